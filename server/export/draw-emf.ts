import type { Chart, Place } from '../../web/types/chart.ts';
import { emfFile, emfFont, emfPolygon, emfPolyline, emfRecord, emfText, type Point } from './emf-records.ts';

/** Of the metafile: so many that nothing is visibly rounded. */
const UNITS_PER_MILLIMETRE = 60;
/** Units in one CSS pixel, of which 96 are an inch. */
const UNITS = (UNITS_PER_MILLIMETRE * 25.4) / 96;
const FONT = 'Times New Roman';
const FONT_PIXELS = 14;

/** On paper everything is black, grey or white. */
const BLACK = 0x000000;
const GREY = 0x6e6e6e;
const LIGHT = 0xc8c8c8;
const FAINT = 0xe4e4e4;
const WHITE = 0xffffff;

/** Handles of what is drawn with; 0 is the file's own. */
const PENS = { grid: 1, target: 2, range: 3, line: 4 } as const;
const BRUSHES = { full: 5, hollow: 6, band: 7 } as const;
const FONT_HANDLE = 8;
const HANDLES = 9;
/** Of those that every program has: a pen that draws nothing. */
const NO_PEN = 0x80000008;

const TEXT_ALIGN = { middle: 24 + 6, end: 24 + 2 } as const;
const DOT_RADIUS = 4.5;
/** Of the target's line, CSS pixels: drawn, left free. */
const DASH = { drawn: 7, free: 5 } as const;

/** How wide letters of a serif font are, in parts of its size; the program that shows them has the font. */
const NARROW = /[\s,.:;'!|/ijltf\-–]/;
const WIDE = /[mwMW%]/;
const widthOf = (letter: string): number => (WIDE.test(letter) ? 0.8 : NARROW.test(letter) ? 0.28 : 0.5);

/** A chart as an enhanced metafile of a width in CSS pixels: sharp at every size, with letters of the reader's own fonts. */
export function drawEmf(picture: Chart, widthPixels: number): Uint8Array {
  const size: Point = [Math.round(widthPixels * UNITS), Math.round(picture.height * UNITS)];
  const at = ({ across, down }: Place): Point => [(across / 100) * widthPixels * UNITS, down * UNITS];
  const records = [
    emfRecord('setMapMode', 8),
    emfRecord('setWindowOrigin', 0, 0),
    emfRecord('setWindowExtent', ...size),
    emfRecord('setViewportOrigin', 0, 0),
    emfRecord('setViewportExtent', ...size),
    emfRecord('setBackgroundMode', 1),
    emfRecord('setTextColour', BLACK),
    pen(PENS.grid, 1, LIGHT),
    pen(PENS.target, 1.5, BLACK),
    pen(PENS.range, 1.5, GREY),
    pen(PENS.line, 2, BLACK),
    emfRecord('createBrush', BRUSHES.full, 0, BLACK, 0),
    emfRecord('createBrush', BRUSHES.hollow, 0, WHITE, 0),
    emfRecord('createBrush', BRUSHES.band, 0, FAINT, 0),
    emfFont(FONT_HANDLE, FONT, FONT_PIXELS * UNITS),
    emfRecord('selectObject', FONT_HANDLE),
    emfRecord('selectObject', NO_PEN),
    emfRecord('selectObject', BRUSHES.band),
    ...picture.bands.filter((band) => band.length > 2).map((band) => emfPolygon(band.map(at))),
    ...picture.lines.flatMap(({ role, from, to }) => [
      emfRecord('selectObject', PENS[role]),
      ...(role === 'target' ? dashes(at(from), at(to)) : [emfPolyline([at(from), at(to)])]),
    ]),
    emfRecord('selectObject', PENS.line),
    ...picture.runs.filter((run) => run.length > 1).map((run) => emfPolyline(run.map(at))),
    ...picture.dots.flatMap((dot) => [
      emfRecord('selectObject', dot.isHollow ? BRUSHES.hollow : BRUSHES.full),
      ellipse(at(dot)),
    ]),
    ...picture.texts.flatMap(({ anchor, isCentred, text, ...place }) => {
      const [x, y] = at(place);
      const base = isCentred ? y + 0.33 * FONT_PIXELS * UNITS : y;
      const advances = Array.from(
        { length: text.length },
        (_, index) => widthOf(text[index] ?? '') * FONT_PIXELS * UNITS,
      );
      return [
        emfRecord('setTextAlign', TEXT_ALIGN[anchor]),
        emfText([x, base], text, advances, 100 / UNITS_PER_MILLIMETRE),
      ];
    }),
  ];
  return emfFile(size, UNITS_PER_MILLIMETRE, HANDLES, records);
}

const pen = (handle: number, pixels: number, colour: number): Uint8Array =>
  emfRecord('createPen', handle, 0, pixels * UNITS, 0, colour);

const ellipse = ([x, y]: Point): Uint8Array => {
  const radius = DOT_RADIUS * UNITS;
  return emfRecord('ellipse', x - radius, y - radius, x + radius, y + radius);
};

/** A level line in pieces: programs disagree about pens that are dashed and thick. */
function dashes([left, down]: Point, [right]: Point): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const step = (DASH.drawn + DASH.free) * UNITS;
  for (let x = left; x < right; x += step) {
    pieces.push(emfRecord('moveTo', x, down));
    pieces.push(emfRecord('lineTo', Math.min(right, x + DASH.drawn * UNITS), down));
  }
  return pieces;
}
