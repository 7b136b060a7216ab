// Polls the page's own URL while the page is visible, and replaces the content that has changed. An unchanged
// page costs only a 304. The request has a header that marks it as automatic, because polling must not keep
// an abandoned session alive.

const LONGEST_WAIT_MS = 10 * 60_000;
const CONTROLS = 'input, select, textarea';

interface View {
  readonly main: HTMLElement;
  /** Where messages appear; `data-` attributes hold their texts and the polling interval in seconds. */
  readonly note: HTMLElement;
}

/** The element to replace; null if the response is a different page, or not from our server. */
function findMain(page: Document): HTMLElement | null {
  const marker = (of: Document) => of.querySelector('meta[name=hailong]')?.getAttribute('content');
  return marker(page) === marker(document) ? page.getElementById('content') : null;
}

const timeNow = (): string => {
  const now = new Date();
  return [now.getHours(), now.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
};

/** Whether the person has a focused control or selected text inside, which replacing the content would destroy. */
function isInUse(main: HTMLElement): boolean {
  const focused = document.activeElement;
  if (main.contains(focused) && focused?.matches(CONTROLS)) return true;
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && main.contains(selection.anchorNode);
}

/** Keeps open sections open and the focus where it was. */
function replaceContent(main: HTMLElement, next: HTMLElement): void {
  const folds = [...main.querySelectorAll('details')].map(({ open }) => open);
  const links = () => [...main.querySelectorAll<HTMLElement>('a[href], button, summary')];
  const place = links().indexOf(document.activeElement as HTMLElement);
  main.replaceChildren(...next.childNodes);
  for (const [index, fold] of main.querySelectorAll('details').entries())
    fold.open = folds[index] ?? fold.open;
  if (place >= 0) links()[place]?.focus({ preventScroll: true });
}

function pollForChanges({ main, note }: View): void {
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
if (main && note) pollForChanges({ main, note });
