import './fresh.ts';

/**
 * Copies the report line, and draws the card as an image to save. The image is made of text on the page, so it cannot
 * say anything else; nothing is sent or fetched. Polling replaces the page's content, so listeners are delegated and
 * no element is kept; a class on the root element shows the script's buttons.
 */
const WIDTH = 1080;
const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
const FONT = '-apple-system, "Segoe UI", Roboto, Arial, sans-serif';
/** Light theme: other programs show images mostly on white. */
const PAPER = '#fff';
const INK = '#17212b';
const SOFT = '#46535d';
const RULE = '#d3dbdf';
const ACCENT = '#0b5a6b';
const FAULT = '#a3161c';

/** Text of one style, wrapped into lines. */
interface Part {
  readonly text: string;
  readonly size: number;
  readonly colour?: string;
  readonly isBold?: boolean;
  /** Pixels of free space above. */
  readonly above: number;
}

type Brush = CanvasRenderingContext2D;

const textOf = (root: ParentNode, selector: string): string =>
  (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

const titleText = (): string =>
  ['.page-title', '.page-period'].map((selector) => textOf(document, selector)).join(' – ');

const textsOf = (root: ParentNode, selector: string): string[] =>
  Array.from(root.querySelectorAll(selector), (element) => (element.textContent ?? '').trim());

function setFont(brush: Brush, { size, isBold, colour }: Part): void {
  brush.font = `${isBold ? '700' : '400'} ${size}px ${FONT}`;
  brush.fillStyle = colour ?? INK;
}

function breakLines(brush: Brush, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && brush.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** Draws text from a height downwards and returns the height below it. */
function drawPart(brush: Brush, part: Part, from: number, left = EDGE, width = INNER): number {
  if (part.text === '') return from;
  setFont(brush, part);
  let down = from + part.above;
  const lines = part.text.split('\n').flatMap((line) => breakLines(brush, line, width));
  for (const line of lines) {
    down += part.size * 1.4;
    brush.fillText(line, left, down - part.size * 0.35);
  }
  return down;
}

function drawNumbers(brush: Brush, card: Element, from: number): number {
  const names = textsOf(card, '.three dt');
  const numbers = textsOf(card, '.three dd');
  if (names.length === 0) return from;
  const top = drawPart(
    brush,
    { text: textOf(card, '.three-title'), size: 30, above: 32, colour: SOFT },
    from,
  );
  const width = INNER / names.length;
  let bottom = top;
  for (const [index, name] of names.entries()) {
    const left = EDGE + index * width;
    const below = drawPart(
      brush,
      { text: numbers[index] ?? '', size: 64, isBold: true, above: 4 },
      top,
      left,
      width - 24,
    );
    bottom = Math.max(bottom, drawPart(brush, { text: name, size: 30, above: 0 }, below, left, width - 24));
  }
  return bottom;
}

/** Draws the card and returns its total height. */
function drawCard(brush: Brush, card: Element, foot: string, height: number): number {
  brush.fillStyle = PAPER;
  brush.fillRect(0, 0, WIDTH, height);
  brush.textBaseline = 'alphabetic';
  const tone = card.classList.contains('verdict-met')
    ? ACCENT
    : card.classList.contains('verdict-not-met')
      ? FAULT
      : INK;
  brush.fillStyle = tone;
  brush.fillRect(0, 0, 20, height);
  let down = drawPart(
    brush,
    { text: textOf(document, '.demo, .trial b'), size: 34, isBold: true, colour: FAULT, above: 32 },
    0,
  );
  const head: readonly Part[] = [
    { text: textOf(document, '.unit'), size: 36, isBold: true, above: 40 },
    { text: titleText(), size: 30, colour: SOFT, above: 4 },
    { text: textOf(card, '.verdict-lead'), size: 76, isBold: true, colour: tone, above: 24 },
    { text: textOf(card, '.verdict-tail'), size: 42, above: 0 },
    { text: textOf(card, '.verdict-said'), size: 36, above: 20 },
  ];
  for (const part of head) down = drawPart(brush, part, down);
  down = drawNumbers(brush, card, down);
  down = drawPart(brush, { text: textOf(card, '.verdict-n'), size: 30, colour: SOFT, above: 24 }, down);
  down = drawPart(brush, { text: textOf(card, '.fix-first'), size: 34, above: 24 }, down);
  brush.fillStyle = RULE;
  brush.fillRect(EDGE, down + 28, INNER, 2);
  return drawPart(brush, { text: foot, size: 26, colour: SOFT, above: 40 }, down) + 48;
}

function makePicture(foot: string): HTMLCanvasElement | null {
  const card = document.querySelector('.verdict-first');
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d');
  if (!card || !brush) return null;
  canvas.width = WIDTH;
  const height = Math.ceil(drawCard(brush, card, foot, 0));
  // Setting the height clears the canvas.
  canvas.height = height;
  drawCard(brush, card, foot, height);
  return canvas;
}

function announce(text: string | undefined): void {
  const place = document.getElementById('hand-over-done');
  if (place) place.textContent = text ?? '';
}

function savePicture({ dataset }: HTMLElement): void {
  makePicture(dataset.foot ?? '')?.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = dataset.picture ?? '';
    link.click();
    announce(dataset.done);
  }, 'image/png');
}

/** Selects the text, so that it can be copied by hand where the clipboard is not available. */
function choose(element: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  // The only way to copy over plain http, as on an intranet without a certificate.
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
  if (button?.dataset.picture !== undefined) savePicture(button);
});
