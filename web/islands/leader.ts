import './fresh.ts';
import { announce } from './hand-over.ts';

// Draws the card with the main result as an image to save. The image contains only text of the page; nothing is
// sent or fetched.

const WIDTH = 1080;
const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
const FIGURE = 200;
const LEAST_HEIGHT = 1_350;
const FONT = '-apple-system, "Segoe UI", Roboto, Arial, sans-serif';
/** Colours of the light theme, because programs that show images mostly have a white background. */
const PAPER = '#fff';
const INK = '#17212b';
const SOFT = '#46535d';
const RULE = '#d3dbdf';
const ACCENT = '#0b5a6b';
const FAULT = '#a3161c';

/** A text in one font, size and colour; it is wrapped into lines. */
interface Part {
  readonly text: string;
  readonly size: number;
  readonly colour?: string;
  readonly isBold?: boolean;
  /** Space above the text, in pixels. */
  readonly above: number;
}

type Brush = CanvasRenderingContext2D;

const textOf = (root: ParentNode, selector: string): string =>
  (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

const titleText = (): string =>
  ['.page-title', '.page-period'].map((selector) => textOf(document, selector)).join(' – ');

const textsOf = (root: ParentNode, selector: string): string[] =>
  Array.from(root.querySelectorAll(selector), (element) =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

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

/** Draws the text below `from` (pixels from the top) and returns the vertical position below the text. */
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

/** Returns the height that the card needs, which may be more than `height`. */
function drawCard(brush: Brush, card: Element, foot: string, height: number): number {
  brush.fillStyle = PAPER;
  brush.fillRect(0, 0, WIDTH, height);
  brush.textBaseline = 'alphabetic';
  const box = card.querySelector('.box');
  const tone = box?.classList.contains('box-not') || box?.classList.contains('box-not-run') ? FAULT : INK;
  let down = drawPart(
    brush,
    { text: textOf(document, '.demo, .trial b'), size: 34, isBold: true, colour: FAULT, above: 32 },
    0,
  );
  const head: readonly Part[] = [
    { text: textOf(document, '.unit'), size: 36, isBold: true, above: 40 },
    { text: titleText(), size: 30, colour: SOFT, above: 4 },
    { text: textOf(card, '.figure strong'), size: FIGURE, isBold: true, above: 8 },
    { text: textOf(card, '.figure > span'), size: 36, colour: SOFT, above: 0 },
    { text: textOf(card, '.box'), size: 52, isBold: true, colour: tone, above: 16 },
    { text: textOf(card, '.headline-said'), size: 36, isBold: true, above: 8 },
    { text: textOf(card, '.headline-change'), size: 34, above: 4 },
  ];
  for (const part of head) down = drawPart(brush, part, down);
  down = drawBar(brush, card, down + 24);
  down = drawPart(
    brush,
    { text: textsOf(card, '.headline-counts li').join(' · '), size: 30, above: 12 },
    down,
  );
  const names = textsOf(card, '.where dt');
  const says = textsOf(card, '.where dd');
  for (const [index, name] of names.entries()) {
    drawPart(brush, { text: name, size: 32, colour: SOFT, above: 20 }, down);
    down = drawPart(brush, { text: says[index] ?? '', size: 32, above: 20 }, down, EDGE + 170, INNER - 170);
  }
  down = drawPart(brush, { text: textOf(card, '.account p'), size: 28, colour: SOFT, above: 24 }, down);
  brush.fillStyle = RULE;
  brush.fillRect(EDGE, down + 28, INNER, 2);
  return Math.max(
    LEAST_HEIGHT,
    drawPart(brush, { text: foot, size: 26, colour: SOFT, above: 40 }, down) + 48,
  );
}

/** Takes the widths from the page's SVG bar, so that image and page cannot differ. */
function drawBar(brush: Brush, card: Element, top: number): number {
  const bar = card.querySelector('.three-bar');
  if (!bar) return top;
  const fills = [ACCENT, RULE, INK];
  for (const [index, rect] of Array.from(bar.querySelectorAll('rect')).entries()) {
    const [left, width] = ['x', 'width'].map((name) => parseFloat(rect.getAttribute(name) ?? '0') / 100);
    brush.fillStyle = fills[index] ?? INK;
    brush.fillRect(EDGE + (left ?? 0) * INNER, top, (width ?? 0) * INNER, 48);
  }
  const mark = bar.querySelector('.mark-halo');
  if (mark) {
    const at = EDGE + (parseFloat(mark.getAttribute('x1') ?? '0') / 100) * INNER;
    brush.fillStyle = PAPER;
    brush.fillRect(at - 5, top, 10, 48);
    brush.fillStyle = INK;
    brush.fillRect(at - 2, top - 14, 4, 70);
  }
  return top + 48;
}

function makePicture(foot: string): HTMLCanvasElement | null {
  const card = document.querySelector('.headline');
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

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-picture]') : null;
  if (button) savePicture(button);
});
