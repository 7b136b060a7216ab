/**
 * Two helps on the leader's page, which works without them: the line for a message is copied, and the card is
 * drawn as a picture and saved. The picture is made of the words that stand on the page, so it can say nothing
 * else; nothing is sent or fetched.
 */
const WIDTH = 1080;
const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
const FONT = '-apple-system, "Segoe UI", Roboto, Arial, sans-serif';
/** Of the light page: a picture is looked at in other programs, mostly on white. */
const PAPER = '#fff';
const INK = '#17212b';
const SOFT = '#46535d';
const RULE = '#d3dbdf';
const ACCENT = '#0b5a6b';
const FAULT = '#a3161c';

/** Words of one look, broken into lines that fit. */
interface Part {
  readonly text: string;
  readonly size: number;
  readonly colour?: string;
  readonly isBold?: boolean;
  /** Free space above it. */
  readonly above: number;
}

type Brush = CanvasRenderingContext2D;

const textOf = (root: ParentNode, selector: string): string =>
  (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The page's title and its period, which stand beside each other without a letter between them. */
const titleText = (): string =>
  Array.from(document.querySelector('.page-title')?.childNodes ?? [], ({ textContent }) =>
    (textContent ?? '').trim(),
  ).join(' – ');

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

/** Draws words from a height on and gives the height below them. */
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

/** Three numbers beside each other with their names. */
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

/** Draws everything and gives the height that it takes. */
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
    { text: textOf(document, '.demo'), size: 34, isBold: true, colour: FAULT, above: 32 },
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
  // Setting the height empties the canvas.
  canvas.height = height;
  drawCard(brush, card, foot, height);
  return canvas;
}

function tell(text: string | undefined): void {
  const place = document.getElementById('hand-over-done');
  if (place) place.textContent = text ?? '';
}

function offerPicture(button: HTMLButtonElement): void {
  button.hidden = false;
  const byHand = document.getElementById('picture-by-hand');
  if (byHand) byHand.hidden = true;
  button.addEventListener('click', () => {
    makePicture(button.dataset.foot ?? '')?.toBlob((blob) => {
      if (!blob) return;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = button.dataset.picture ?? '';
      link.click();
      tell(button.dataset.done);
    }, 'image/png');
  });
}

/** Chooses the words on the page, so that they can be copied by hand where a program may not. */
function choose(element: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  // The one way over plain http, where an office's own network has no certificate.
  return document.execCommand('copy');
}

function offerToCopy(button: HTMLButtonElement): void {
  const element = document.getElementById(button.dataset.copy ?? '');
  if (!element) return;
  const { done, failed } = button.dataset;
  const byChoice = (): void => tell(choose(element) ? done : failed);
  button.hidden = false;
  button.addEventListener('click', () => {
    if (!navigator.clipboard) return byChoice();
    navigator.clipboard.writeText(element.textContent ?? '').then(() => tell(done), byChoice);
  });
}

for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('button[data-copy]'))) {
  offerToCopy(button);
}
for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('button[data-picture]'))) {
  offerPicture(button);
}

// A module of its own, so that its names are no globals.
export {};
