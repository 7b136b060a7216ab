/**
 * Keeps an open view fresh: while somebody looks at it, it asks for its own address again and takes over what
 * has changed. The browser asks conditionally, so that nothing new costs a few bytes. Without this script one
 * reloads the page.
 *
 * The request says that nobody asked for it: a desk that was left must not stay signed in by its own page.
 */
const LONGEST_WAIT_MS = 10 * 60_000;
const CONTROLS = 'input, select, textarea';

interface View {
  readonly main: HTMLElement;
  /** Where it is said what happened; it has the sentences, and seconds between two requests. */
  readonly note: HTMLElement;
}

/** The part that changes; null on an answer that is no page of ours, or another one. */
function findMain(page: Document): HTMLElement | null {
  const marker = (of: Document) => of.querySelector('meta[name=hailong]')?.getAttribute('content');
  return marker(page) === marker(document) ? page.getElementById('content') : null;
}

const timeNow = (): string => {
  const now = new Date();
  return [now.getHours(), now.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
};

/** Whether somebody is choosing, typing or marking something that would be taken from under their hands. */
function isInUse(main: HTMLElement): boolean {
  const focused = document.activeElement;
  if (main.contains(focused) && focused?.matches(CONTROLS)) return true;
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && main.contains(selection.anchorNode);
}

/** Puts the new content in, with what was unfolded and where the keyboard was as before. */
function replaceContent(main: HTMLElement, next: HTMLElement): void {
  const folds = [...main.querySelectorAll('details')].map(({ open }) => open);
  const links = () => [...main.querySelectorAll<HTMLElement>('a[href], button, summary')];
  const place = links().indexOf(document.activeElement as HTMLElement);
  main.replaceChildren(...next.childNodes);
  for (const [index, fold] of main.querySelectorAll('details').entries())
    fold.open = folds[index] ?? fold.open;
  if (place >= 0) links()[place]?.focus({ preventScroll: true });
}

function keepFresh({ main, note }: View): void {
  const every = Number(note.dataset.every) * 1_000;
  let wait = every;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedAt = Date.now();
  let freshAt = timeNow();
  let shown = main.innerHTML;

  const say = (sentence: string | undefined): void => {
    const text = (sentence ?? '').replace('{time}', freshAt);
    if (note.textContent !== text) note.textContent = text;
  };

  async function ask(): Promise<void> {
    askedAt = Date.now();
    const answer = await fetch(location.href, {
      cache: 'no-cache',
      redirect: 'manual',
      headers: { 'Hailong-Refresh': '1' },
    });
    if (answer.type === 'opaqueredirect') {
      wait = Number.POSITIVE_INFINITY;
      return say(note.dataset.signedOut);
    }
    const next = answer.ok
      ? findMain(new DOMParser().parseFromString(await answer.text(), 'text/html'))
      : null;
    if (next === null) throw new Error('no view');
    const wasLost = wait > every;
    wait = every;
    if (next.innerHTML === shown) {
      freshAt = timeNow();
      if (wasLost) say('');
      return;
    }
    if (isInUse(main)) return say(note.dataset.newer);
    freshAt = timeNow();
    shown = next.innerHTML;
    replaceContent(main, next);
    say(note.dataset.updated);
  }

  async function turn(): Promise<void> {
    clearTimeout(timer);
    try {
      await ask();
    } catch {
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      say(note.dataset.lost);
    }
    if (!document.hidden && Number.isFinite(wait)) timer = setTimeout(turn, wait);
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden || !Number.isFinite(wait)) return;
    timer = setTimeout(turn, Math.max(0, askedAt + wait - Date.now()));
  });
  timer = setTimeout(turn, wait);
}

const main = findMain(document);
const note = document.getElementById('fresh');
if (main && note) keepFresh({ main, note });
