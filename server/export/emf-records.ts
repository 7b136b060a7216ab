/** Records of an enhanced metafile by the names and numbers of [MS-EMF] 2.1.1. */
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

/** A place in units of the picture. */
export type Point = readonly [x: number, y: number];

/** A record of whole numbers of 32 bits; its length stands in it. */
export function emfRecord(name: keyof typeof RECORDS, ...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 + 4 * values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, RECORDS[name], true);
  view.setUint32(4, bytes.length, true);
  for (const [index, value] of values.entries()) view.setInt32(8 + 4 * index, Math.round(value), true);
  return bytes;
}

/** A line through points. */
export const emfPolyline = (points: readonly Point[]): Uint8Array => throughPoints('polyline', points);

/** The space inside a line through points, which ends where it began. */
export const emfPolygon = (points: readonly Point[]): Uint8Array => throughPoints('polygon', points);

function throughPoints(name: 'polyline' | 'polygon', points: readonly Point[]): Uint8Array {
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  const bounds = [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
  return emfRecord(name, ...bounds, points.length, ...points.flat());
}

/** A font by its name, at most 31 letters, with the height of its letters in units of the picture. */
export function emfFont(id: number, face: string, height: number): Uint8Array {
  // The long form of 320 bytes (EXTLOGFONTW), which every program reads; what follows the name stays 0.
  const font = emfRecord('createFont', id, -height, 0, 0, 0, 400, ...Array.from({ length: 75 }, () => 0));
  const view = new DataView(font.buffer);
  const afterMarks = 12 + 28;
  // DEFAULT_CHARSET: letters of any language.
  view.setUint8(35, 1);
  for (let index = 0; index < Math.min(31, face.length); index += 1) {
    view.setUint16(afterMarks + 2 * index, face.charCodeAt(index), true);
  }
  return font;
}

const TEXT_HEAD = 76;

/**
 * A text that begins, ends or is centred at a point, as `setTextAlign` says. `advances` is how far each letter
 * (UTF-16 unit) takes the next one; `scale` is hundredths of a millimetre in one unit.
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
 * The whole file: header, records, end. `size` is in units of the picture, `unitsPerMillimetre` how many of
 * them make a millimetre, `handles` one more than the pens, brushes and fonts that are made.
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
    // Two numbers of 16 bits: handles, and one that is kept free.
    handles,
    ...[0, 0, 0],
    // The device that the units are those of: as many as the picture, and its size in millimetres.
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
