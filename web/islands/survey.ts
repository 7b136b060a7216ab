/**
 * Makes the survey survive a lost network. The form works without this script; with it, a ballot that could not be
 * delivered waits on the phone and is retried. The script contains no text: every sentence is in the page.
 *
 * A ballot is stored before it is sent, as an in-app browser may be killed at any moment, and removed once our own
 * server has acknowledged or rejected it; a server error does neither. Retries are idempotent: the server counts a
 * form's token once. A 200 from somebody else (a captive portal) is no acknowledgement.
 */

interface WaitingBallot {
  readonly action: string;
  /** Form fields, urlencoded. */
  readonly body: string;
  /** Milliseconds since 1970 by the phone's clock, which may be wrong. */
  readonly savedAt: number;
}

/**
 * `thanks` acknowledged · `refused` permanently rejected · `ours` another page of our server · `broken` server error
 * or overload, ours or a proxy's · `nobody` no response from us.
 */
type Outcome = 'thanks' | 'refused' | 'ours' | 'broken' | 'nobody';

const PREFIX = 'hailong.ballot.';
/** The server rejects older forms. */
const LIFETIME_MS = 7 * 86_400_000;
const RETRY_MS = 30_000;
/** Request timeout: on a mobile network that drops packets, a request may never end by itself. */
const PATIENCE_MS = 20_000;
/** Browsers reject larger `keepalive` requests. */
const KEEPALIVE_LIMIT = 60_000;
const THANKS_PATH = '/cam-on';
const MARKER = '<meta name="hailong" content="';

const form = document.getElementById('survey') as HTMLFormElement;
const sendButtons = Array.from(form.querySelectorAll('button'));
const delivery = document.getElementById('delivery') as HTMLElement;
const notes = delivery.firstElementChild as HTMLElement;
const kept = document.getElementById('kept') as HTMLElement;
const [resendButton, deleteButton] = Array.from(kept.querySelectorAll('button')) as [
  HTMLButtonElement,
  HTMLButtonElement,
];
const sendWords = (sendButtons[0] as HTMLButtonElement).textContent;
const ownKey = PREFIX + (form.elements.namedItem('t') as HTMLInputElement).value;

/** `idle` being filled in · `sending` · `waiting` stored on the phone, form hidden · `gone` delivered. */
let state: 'idle' | 'sending' | 'waiting' | 'gone' = 'idle';
let isResending = false;
/** Address of the server's last thanks page, in the form's language. */
let thanksAddress = THANKS_PATH;

/** Storage throws where it is disabled or full; then nothing is stored. */
function attempt<Value>(use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

const forget = (key: string) => attempt((storage) => storage.removeItem(key));
const keep = (key: string, ballot: WaitingBallot) =>
  attempt((storage) => {
    storage.setItem(key, JSON.stringify(ballot));
    return true;
  });
const load = (key: string) =>
  attempt((storage) => JSON.parse(storage.getItem(key) || 'null') as WaitingBallot | null);
const listKeys = () =>
  attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(PREFIX))) || [];

function enter(next: typeof state) {
  state = next;
  form.hidden = next === 'waiting';
  const isBusy = next === 'sending' || next === 'gone';
  for (const button of sendButtons) {
    button.textContent = isBusy ? (form.dataset.sending as string) : sendWords;
    if (isBusy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

function show(note: string, takesFocus?: boolean) {
  for (const element of Array.from(notes.querySelectorAll<HTMLElement>('[data-note]')))
    element.hidden = element.dataset.note !== note;
  kept.hidden = !/waiting|older|broken/.test(note);
  delivery.className = /waiting|broken/.test(note) ? 'told' : 'note';
  if (takesFocus) notes.focus();
}

/** Shows why this form's ballot waits. */
const showWhy = (outcome: 'broken' | 'nobody' | 'ours', takesFocus?: boolean) =>
  show(outcome === 'broken' ? outcome : 'waiting', takesFocus);

async function post(action: string, body: string): Promise<Outcome> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
      keepalive: body.length < KEEPALIVE_LIMIT,
      signal: stop.signal,
    });
    if (answer.status >= 500) return 'broken';
    const page = await answer.text();
    // A sign-in page of a Wi-Fi is no answer; a proxy that refuses is.
    if (!page.includes(MARKER)) return answer.ok ? 'nobody' : 'broken';
    if (page.includes(`${MARKER}thanks"`) && new URL(answer.url).pathname === THANKS_PATH) {
      thanksAddress = answer.url;
      return 'thanks';
    }
    return answer.status === 422 ? 'refused' : 'ours';
  } catch {
    return 'nobody';
  } finally {
    clearTimeout(timer);
  }
}

/** Replaces the form in the history, so that "back" does not show the answers. */
function leaveForThanks() {
  enter('gone');
  forget(ownKey);
  location.replace(thanksAddress);
}

/** A native submit, so that the user sees whatever the server responds. */
function sendWithoutScript() {
  enter('gone');
  forget(ownKey);
  form.submit();
}

async function send() {
  enter('sending');
  const fields = new FormData(form);
  const body = new URLSearchParams(Array.from(fields, ([name, value]) => [name, String(value)])).toString();
  const isComplete = fields.has('q.overall');
  const isKept = isComplete && keep(ownKey, { action: form.action, body, savedAt: Date.now() });
  const outcome = await post(form.action, body);
  if (outcome === 'thanks') leaveForThanks();
  else if (outcome === 'refused' || outcome === 'ours') sendWithoutScript();
  else if (isKept) {
    enter('waiting');
    showWhy(outcome, true);
  } else {
    enter('idle');
    show(isComplete ? 'unkept' : 'incomplete', true);
  }
}

/** Retries every ballot stored on this phone, by this page, an earlier one or another tab. */
async function resendAll() {
  if (isResending) return;
  isResending = true;
  if (state === 'waiting' && !load(ownKey)) {
    enter('gone');
    form.hidden = true;
    show('elsewhere', true);
  }
  let olderLeft = 0;
  for (const key of listKeys()) {
    if (key === ownKey && state !== 'waiting') continue;
    const ballot = load(key);
    if (!ballot) {
      forget(key);
      continue;
    }
    const isExpired = Date.now() - ballot.savedAt > LIFETIME_MS;
    const outcome = isExpired ? 'refused' : await post(ballot.action, ballot.body);
    if (key === ownKey) {
      if (state !== 'waiting') continue;
      if (outcome === 'thanks') leaveForThanks();
      else if (outcome === 'refused') sendWithoutScript();
      else showWhy(outcome);
    } else if (outcome === 'thanks' || outcome === 'refused') {
      forget(key);
      if (state !== 'waiting') show(outcome === 'thanks' ? 'sent' : 'refused');
    } else olderLeft++;
  }
  if (olderLeft && state === 'idle') show('older');
  isResending = false;
}

function start() {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (state === 'idle') send();
  });
  resendButton.addEventListener('click', resendAll);
  deleteButton.addEventListener('click', () => {
    const isOwn = state === 'waiting';
    for (const key of isOwn ? [ownKey] : listKeys()) forget(key);
    if (isOwn) enter('idle');
    show('deleted', true);
  });
  // A page restored from the back-forward cache may hold somebody's answers, on a shared phone another person's.
  addEventListener('pageshow', (event) => {
    if (!event.persisted && performance.navigation.type !== 2) return;
    if (state === 'gone') location.reload();
    else if (state === 'idle') form.reset();
  });
  addEventListener('online', resendAll);
  setInterval(resendAll, RETRY_MS);
  resendAll();
  (document.getElementById('faults') || document.querySelector<HTMLElement>('[aria-invalid] input'))?.focus();
}

// Browsers that support modules but not AbortController keep the form without script.
if ('AbortController' in window) start();
