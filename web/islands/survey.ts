// Keeps a citizen's ballot when the network fails: the ballot is stored on the phone and retried. The form
// also works without this script. The script contains no text: every sentence is in the page.
// A ballot is stored before it is sent, because the system may kill an in-app browser at any moment. It is
// removed once our own server has acknowledged or rejected it. Retries are idempotent, because the server
// counts the form's token once. A 200 from a captive portal is no acknowledgement.

interface WaitingBallot {
  readonly action: string;
  readonly body: string;
  /** Milliseconds since 1970 by the phone's clock, which may be wrong. */
  readonly savedAt: number;
}

/**
 * How sending ended. `thanks`: acknowledged; `refused`: rejected for good; `ours`: another page of our server;
 * `broken`: a server error, or overload of our server or a proxy; `waiting`: no response from our server.
 */
type Outcome = 'thanks' | 'refused' | 'ours' | 'broken' | 'waiting';

const PREFIX = 'hailong.ballot.';
/** The server rejects a form that is older than this. */
const LIFETIME_MS = 7 * 86_400_000;
const RETRY_MS = 30_000;
/** On a mobile network that drops packets a request may never end without a timeout. */
const PATIENCE_MS = 20_000;
/** Number of characters from which a request is sent without `keepalive`: browsers reject large ones. */
const KEEPALIVE_LIMIT = 60_000;

const form = document.getElementById('survey') as HTMLFormElement;
const sendButtons = form.querySelectorAll('button');
const sendWords = (sendButtons[0] as HTMLButtonElement).textContent;
const ownKey = PREFIX + new FormData(form).get('t');
const delivery = document.getElementById('delivery') as HTMLElement;
const [notes, kept] = delivery.children as Iterable<HTMLElement> as [HTMLElement, HTMLElement];

/** `idle`: being filled in; `waiting`: the ballot is stored on the phone and the form is hidden; `gone`: delivered. */
let state: 'idle' | 'sending' | 'waiting' | 'gone' = 'idle';
let isResending = false;
/** URL of the thanks page in the form's language, from the last acknowledged response. */
let thanksAddress: string;

/** `localStorage` throws if it is disabled or full; the script then goes on without storing anything. */
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
    // The page is not from our server: with status 200 it is a Wi-Fi sign-in page, with an error status it is
    // from a proxy.
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

/** Leaves the page once the server has accepted or rejected the ballot; false: the page stays. */
function leave(outcome: Outcome): boolean {
  if (outcome !== 'thanks' && outcome !== 'refused') return false;
  enter('gone');
  forget(ownKey);
  // `replace` removes the form from the history, so that "back" does not show the answers.
  if (outcome === 'thanks') location.replace(thanksAddress);
  // The browser submits the form again without this script, so that the citizen sees which answers are at fault.
  else form.submit();
  return true;
}

async function send() {
  enter('sending');
  const fields = new FormData(form);
  // The type of URLSearchParams does not accept FormData, which could hold files; this form has no file field.
  const body = `${new URLSearchParams(fields as unknown as string[][])}`;
  const isComplete = fields.has('q.overall');
  const isKept = isComplete && keep(ownKey, { action: form.action, body, savedAt: Date.now() });
  const outcome = await post(form.action, body);
  if (leave(outcome === 'ours' ? 'refused' : outcome)) return;
  enter(isKept ? 'waiting' : 'idle');
  show(isKept ? outcome : isComplete ? 'unkept' : 'incomplete', true);
}

/** Retries every ballot stored on this phone, whichever page or tab stored it. */
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
      // The citizen may have deleted the ballot while the request was under way.
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
  // The back-forward cache may restore a page with answers, on a shared phone those of another person. On a
  // normal reload `autocomplete="off"` keeps browsers from restoring them.
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

// Older browsers submit the form without this script.
if ('AbortController' in window) start();
