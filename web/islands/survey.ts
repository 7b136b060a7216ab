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
 * or overload, ours or a proxy's · `waiting` no response from us.
 */
type Outcome = 'thanks' | 'refused' | 'ours' | 'broken' | 'waiting';

const PREFIX = 'hailong.ballot.';
/** The server rejects older forms. */
const LIFETIME_MS = 7 * 86_400_000;
const RETRY_MS = 30_000;
/** Request timeout: on a mobile network that drops packets, a request may never end by itself. */
const PATIENCE_MS = 20_000;
/** Browsers reject larger `keepalive` requests. */
const KEEPALIVE_LIMIT = 60_000;

const form = document.getElementById('survey') as HTMLFormElement;
const sendButtons = form.querySelectorAll('button');
const sendWords = (sendButtons[0] as HTMLButtonElement).textContent;
const ownKey = PREFIX + new FormData(form).get('t');
const delivery = document.getElementById('delivery') as HTMLElement;
const [notes, kept] = delivery.children as Iterable<HTMLElement> as [HTMLElement, HTMLElement];

/** `idle` being filled in · `sending` · `waiting` stored on the phone, form hidden · `gone` delivered. */
let state: 'idle' | 'sending' | 'waiting' | 'gone' = 'idle';
let isResending = false;
/** URL of the thanks page of the last acknowledged ballot, in the form's language. */
let thanksAddress: string;

/** Storage throws where it is disabled or full; then nothing is stored. */
function attempt<Value>(use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

const forget = (key: string) => attempt((storage) => delete storage[key]);
const keep = (key: string, ballot: WaitingBallot) =>
  attempt((storage) => {
    storage.setItem(key, JSON.stringify(ballot));
    return true;
  });
const load = (key: string) =>
  attempt((storage) => JSON.parse(storage[key] || 'null') as WaitingBallot | null);
const listKeys = () =>
  attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(PREFIX))) || [];

function enter(next: typeof state) {
  state = next;
  form.hidden = next === 'waiting';
  const isBusy = next === 'sending' || next === 'gone';
  for (const button of sendButtons) {
    button.textContent = isBusy ? (form.dataset.sending as string) : sendWords;
    button.setAttribute('aria-disabled', `${isBusy}`);
  }
}

function show(note: string, takesFocus?: boolean) {
  for (const element of notes.querySelectorAll<HTMLElement>('[data-note]'))
    element.hidden = element.dataset.note !== note;
  kept.hidden = !/waiting|older|broken/.test(note);
  delivery.className = /waiting|broken/.test(note) ? 'told' : 'note';
  if (takesFocus) notes.focus();
}

async function post(action: string, body: string): Promise<Outcome> {
  const stop = new AbortController();
  // Aborting has no effect on a request that has ended.
  setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(action, {
      method: 'POST',
      body: new URLSearchParams(body),
      keepalive: body.length < KEEPALIVE_LIMIT,
      signal: stop.signal,
    });
    if (answer.status >= 500) return 'broken';
    const [, page] = /<meta name="hailong" content="([\w-]+)"/.exec(await answer.text()) || [];
    // A page that is not ours: a 200 is from a Wi-Fi sign-in page, an error from a proxy.
    if (!page) return answer.ok ? 'waiting' : 'broken';
    if (page === 'thanks') {
      thanksAddress = answer.url;
      return page;
    }
    return answer.status === 422 ? 'refused' : 'ours';
  } catch {
    return 'waiting';
  }
}

/** Leaves the page if the server has accepted or refused the form; returns whether it has. */
function leave(outcome: Outcome): boolean {
  if (outcome !== 'thanks' && outcome !== 'refused') return false;
  enter('gone');
  forget(ownKey);
  // Replaces the form in the history, so that "back" does not show the answers.
  if (outcome === 'thanks') location.replace(thanksAddress);
  // The browser submits again, so that the citizen sees the server's page with the faults.
  else form.submit();
  return true;
}

async function send() {
  enter('sending');
  const fields = new FormData(form);
  // The type declarations lack FormData here, because it could hold files; this form has none.
  const body = `${new URLSearchParams(fields as unknown as string[][])}`;
  const isComplete = fields.has('q.overall');
  const isKept = isComplete && keep(ownKey, { action: form.action, body, savedAt: Date.now() });
  const outcome = await post(form.action, body);
  if (leave(outcome === 'ours' ? 'refused' : outcome)) return;
  enter(isKept ? 'waiting' : 'idle');
  show(isKept ? outcome : isComplete ? 'unkept' : 'incomplete', true);
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
      // While it was being sent, the citizen may have deleted it.
      if (state === 'waiting' && !leave(outcome)) show(outcome === 'ours' ? 'waiting' : outcome);
    } else if (outcome === 'thanks' || outcome === 'refused') {
      forget(key);
      if (state !== 'waiting') show(outcome === 'thanks' ? 'sent' : 'refused');
    } else olderLeft++;
  }
  if (olderLeft && state === 'idle') show('older');
  isResending = false;
}

function start() {
  const [resendButton, deleteButton] = kept.querySelectorAll('button') as Iterable<HTMLButtonElement> as [
    HTMLButtonElement,
    HTMLButtonElement,
  ];
  form.onsubmit = (event) => {
    event.preventDefault();
    if (state === 'idle') send();
  };
  resendButton.onclick = resendAll;
  deleteButton.onclick = () => {
    const isOwn = state === 'waiting';
    for (const key of isOwn ? [ownKey] : listKeys()) forget(key);
    if (isOwn) enter('idle');
    show('deleted', true);
  };
  // A page restored from the back-forward cache may hold somebody's answers, on a shared phone another person's.
  // Where the page is loaded again, `autocomplete="off"` keeps the browser from restoring them.
  window.onpageshow = (event) => {
    if (!event.persisted) return;
    if (state === 'gone') location.reload();
    else if (state === 'idle') form.reset();
  };
  window.ononline = resendAll;
  setInterval(resendAll, RETRY_MS);
  resendAll();
  document.querySelector<HTMLElement>('#faults, [aria-invalid] input')?.focus();
}

// Browsers that support modules but not AbortController keep the form without script.
if ('AbortController' in window) start();
