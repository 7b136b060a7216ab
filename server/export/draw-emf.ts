import type { Chart, Place } from '../../web/types/chart.ts';
import { emfFile, emfFont, emfPolygon, emfPolyline, emfRecord, emfText, type Point } from './emf-records.ts';

/** Picture units per millimetre: enough that rounding is not visible. */
const UNITS_PER_MILLIMETRE = 60;
/** Picture units per CSS pixel (96 pixels per inch). */
const UNITS = (UNITS_PER_MILLIMETRE * 25.4) / 96;
const FONT = 'Times New Roman';
const FONT_PIXELS = 14;

/** Print colours: black, grey and white. */
const BLACK = 0x000000;
const GREY = 0x6e6e6e;
const LIGHT = 0xc8c8c8;
const FAINT = 0xe4e4e4;
const WHITE = 0xffffff;

/** Object handles of pens and brushes; handle 0 is reserved for the file. */
const PENS = { grid: 1, target: 2, range: 3, line: 4 } as const;
const BRUSHES = { full: 5, hollow: 6, band: 7 } as const;
const FONT_HANDLE = 8;
const HANDLES = 9;
/** Handle of the stock object NULL_PEN. */
const NO_PEN = 0x80000008;

const TEXT_ALIGN = { middle: 24 + 6, end: 24 + 2 } as const;
const DOT_RADIUS = 4.5;
/** Dash and gap of the target line, in CSS pixels. */
const DASH = { drawn: 7, free: 5 } as const;

/**
 * Characters that are narrow in a serif font. Widths are approximate and relative to the font size: the font
 * itself is available only to the program that displays the file.
 */
const NARROW = /[\s,.:;'!|/ijltf\-–]/;
const WIDE = /[mwMW%]/;
const widthOf = (letter: string): number => (WIDE.test(letter) ? 0.8 : NARROW.test(letter) ? 0.28 : 0.5);

/** Renders a chart as an enhanced metafile, which scales without loss and uses the reader's fonts. */
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

/** A horizontal dashed line as separate segments, because programs render thick dashed pens differently. */
function dashes([left, down]: Point, [right]: Point): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const step = (DASH.drawn + DASH.free) * UNITS;
  for (let x = left; x < right; x += step) {
    pieces.push(emfRecord('moveTo', x, down));
    pieces.push(emfRecord('lineTo', Math.min(right, x + DASH.drawn * UNITS), down));
  }
  return pieces;
}
