// Buttons that copy a text of the page, or print the page. Listeners are on the document, because polling
// replaces the elements. The buttons are hidden until the root element has the class `scripted`.

export function announce(text: string | undefined): void {
  const place = document.getElementById('hand-over-done');
  if (place) place.textContent = text ?? '';
}

/** Selects the element's text and copies it; if copying fails, the text stays selected for a person to copy. */
function choose(element: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  // `navigator.clipboard` is missing on plain http, as on an intranet without a certificate.
  return document.execCommand('copy');
}

function copyLine({ dataset }: HTMLElement): void {
  const { copy, done, failed } = dataset;
  const element = document.getElementById(copy ?? '');
  if (!element) return;
  const byChoice = (): void => announce(choose(element) ? done : failed);
  if (navigator.clipboard) {
    navigator.clipboard.writeText(element.textContent ?? '').then(() => announce(done), byChoice);
  } else byChoice();
}

document.documentElement.classList.add('scripted');
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
  if (button?.dataset.copy !== undefined) copyLine(button);
  if (button?.dataset.print !== undefined) print();
});
