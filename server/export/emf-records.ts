/** Record types of enhanced metafiles, [MS-EMF] 2.1.1. */
const RECORDS = {
  polygon: 3,
  polyline: 4,
  setWindowExtent: 9,
  setWindowOrigin: 10,
  setViewportExtent: 11,
  setViewportOrigin: 12,
  end: 14,
  setMapMode: 17,
  setBackgroundMode: 18,
  setTextAlign: 22,
  setTextColour: 24,
  moveTo: 27,
  selectObject: 37,
  createPen: 38,
  createBrush: 39,
  ellipse: 42,
  lineTo: 54,
  createFont: 82,
  text: 84,
} as const;

/** Coordinates in picture units. */
export type Point = readonly [x: number, y: number];

/** A record of 32-bit integers, preceded by its type and length. */
export function emfRecord(name: keyof typeof RECORDS, ...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 + 4 * values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, RECORDS[name], true);
  view.setUint32(4, bytes.length, true);
  for (const [index, value] of values.entries()) view.setInt32(8 + 4 * index, Math.round(value), true);
  return bytes;
}

export const emfPolyline = (points: readonly Point[]): Uint8Array => pointsRecord('polyline', points);

/** A filled polygon; the last point is joined to the first. */
export const emfPolygon = (points: readonly Point[]): Uint8Array => pointsRecord('polygon', points);

function pointsRecord(name: 'polyline' | 'polygon', points: readonly Point[]): Uint8Array {
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  const bounds = [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
  return emfRecord(name, ...bounds, points.length, ...points.flat());
}

/** `face` has at most 31 characters; `height` is in picture units. */
export function emfFont(id: number, face: string, height: number): Uint8Array {
  // The long form of the record (EXTLOGFONTW, 320 bytes), which every program reads; the fields after the
  // name are 0.
  const font = emfRecord('createFont', id, -height, 0, 0, 0, 400, ...Array.from({ length: 75 }, () => 0));
  const view = new DataView(font.buffer);
  const nameOffset = 12 + 28;
  // DEFAULT_CHARSET: the font is used for all languages.
  view.setUint8(35, 1);
  for (let index = 0; index < Math.min(31, face.length); index += 1) {
    view.setUint16(nameOffset + 2 * index, face.charCodeAt(index), true);
  }
  return font;
}

const TEXT_HEAD = 76;

/**
 * How the text is aligned to `at` is set by an earlier `setTextAlign` record. `advances` has one width per
 * UTF-16 code unit; `scale` is hundredths of a millimetre per picture unit.
 */
export function emfText(at: Point, text: string, advances: readonly number[], scale: number): Uint8Array {
  const textLength = Math.ceil(text.length / 2) * 4;
  const bytes = new Uint8Array(TEXT_HEAD + textLength + 4 * text.length);
  const head = emfRecord('text', 0, 0, -1, -1, 1, 0, 0, ...at, text.length, TEXT_HEAD, 0, 0, 0, -1, -1);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, bytes.length, true);
  view.setFloat32(28, scale, true);
  view.setFloat32(32, scale, true);
  view.setUint32(72, TEXT_HEAD + textLength, true);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(TEXT_HEAD + 2 * index, text.charCodeAt(index), true);
    view.setUint32(TEXT_HEAD + textLength + 4 * index, Math.round(advances[index] ?? 0), true);
  }
  return bytes;
}

const HEADER_LENGTH = 108;
const SIGNATURE = 0x464d4520;
const VERSION = 0x10000;

/**
 * A complete metafile: header, `records`, end record. `size` is in picture units; `handles` is one more than
 * the number of pens, brushes and fonts.
 */
export function emfFile(
  size: Point,
  unitsPerMillimetre: number,
  handles: number,
  records: readonly Uint8Array[],
): Uint8Array {
  const end = emfRecord('end', 0, 16, 20);
  const all = [...records, end];
  const bytes = new Uint8Array(HEADER_LENGTH + all.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  const hundredths = (units: number) => Math.round((100 * units) / unitsPerMillimetre);
  const [width, height] = size;
  const words = [
    ...[1, HEADER_LENGTH],
    ...[0, 0, width, height],
    ...[0, 0, hundredths(width), hundredths(height)],
    ...[SIGNATURE, VERSION, bytes.length, all.length + 1],
    // Holds two 16-bit numbers: the number of handles, and a reserved field that is 0.
    handles,
    ...[0, 0, 0],
    // Size of the reference device, in picture units and in millimetres.
    ...[unitsPerMillimetre * 400, unitsPerMillimetre * 300, 400, 300],
    ...[0, 0, 0],
    ...[400_000, 300_000],
  ];
  for (const [index, word] of words.entries()) view.setUint32(4 * index, word, true);
  let at = HEADER_LENGTH;
  for (const record of all) {
    bytes.set(record, at);
    at += record.length;
  }
  return bytes;
}
