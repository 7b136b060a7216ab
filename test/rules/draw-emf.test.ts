import { describe, expect, it } from 'vitest';
import { drawEmf } from '../../server/export/draw-emf.ts';
import type { Chart } from '../../web/types/chart.ts';

const picture: Chart = {
  height: 220,
  lines: [
    { role: 'grid', from: { across: 14, down: 12 }, to: { across: 100, down: 12 } },
    { role: 'target', from: { across: 14, down: 60 }, to: { across: 100, down: 60 } },
    { role: 'range', from: { across: 50, down: 40 }, to: { across: 50, down: 90 } },
  ],
  runs: [
    [
      { across: 20, down: 50 },
      { across: 50, down: 60 },
    ],
    [{ across: 90, down: 70 }],
  ],
  bands: [
    [
      { across: 20, down: 40 },
      { across: 50, down: 40 },
      { across: 50, down: 90 },
      { across: 20, down: 80 },
    ],
    [
      { across: 90, down: 60 },
      { across: 90, down: 80 },
    ],
  ],
  dots: [
    { across: 20, down: 50, isHollow: false },
    { across: 90, down: 70, isHollow: true },
  ],
  texts: [
    { role: 'target-label', across: 100, down: 180, anchor: 'end', isCentred: false, text: 'mục tiêu 90%' },
  ],
};

interface ReadRecord {
  readonly type: number;
  readonly at: number;
  readonly length: number;
}

/** Reads all records sequentially. */
function walk(bytes: Uint8Array): ReadRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const records: ReadRecord[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    expect(length % 4).toBe(0);
    expect(length).toBeGreaterThanOrEqual(8);
    records.push({ type: view.getUint32(at, true), at, length });
    at += length;
  }
  return records;
}

describe('a chart as a metafile', () => {
  const bytes = drawEmf(picture, 600);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const records = walk(bytes);
  const ofType = (type: number) => records.filter((record) => record.type === type);

  it('has a header that counts its bytes and records, and an end', () => {
    expect(records[0]).toEqual({ type: 1, at: 0, length: 108 });
    expect(records.at(-1)?.type).toBe(14);
    expect(records.reduce((sum, { length }) => sum + length, 0)).toBe(bytes.length);
    // [MS-EMF] 2.2.9: signature, version, bytes, records, handles.
    expect([40, 44, 48, 52].map((at) => view.getUint32(at, true))).toEqual([
      ...[0x464d4520, 0x10000],
      ...[bytes.length, records.length],
    ]);
    const made = [38, 39, 82].reduce((sum, type) => sum + ofType(type).length, 0);
    expect(view.getUint16(56, true)).toBe(made + 1);
  });

  it('says how large it is: 600 pixels of 96 an inch are 158.8 mm', () => {
    const millimetres = [32, 36].map((at) => view.getInt32(at, true) / 100);
    expect(millimetres[0]).toBeCloseTo((600 / 96) * 25.4, 0);
    expect(millimetres[1]).toBeCloseTo((220 / 96) * 25.4, 0);
  });

  it('draws each week, joins those that follow each other, and breaks the target’s line', () => {
    expect(ofType(42)).toHaveLength(2);
    // One of the two runs has a single week; grid lines and intervals are lines too.
    expect(ofType(4)).toHaveLength(3);
    expect(ofType(54).length).toBeGreaterThan(20);
    expect(ofType(27)).toHaveLength(ofType(54).length);
  });

  it('fills the band of the intervals under all else, where weeks follow each other', () => {
    const [band, ...others] = ofType(3);
    expect(others).toEqual([]);
    const at = band?.at ?? 0;
    expect(view.getUint32(at + 24, true)).toBe(4);
    expect(records.findIndex(({ type }) => type === 3)).toBeLessThan(
      records.findIndex(({ type }) => type === 4),
    );
  });

  it('stores text as text, with an advance per character', () => {
    const [record] = ofType(84);
    const at = record?.at ?? 0;
    const count = view.getUint32(at + 44, true);
    const start = at + view.getUint32(at + 48, true);
    const letters = Array.from({ length: count }, (_, index) => view.getUint16(start + 2 * index, true));
    expect(String.fromCharCode(...letters)).toBe('mục tiêu 90%');
    const advances = at + view.getUint32(at + 72, true);
    expect(advances + 4 * count).toBe(at + (record?.length ?? 0));
    for (let index = 0; index < count; index += 1) {
      expect(view.getUint32(advances + 4 * index, true)).toBeGreaterThan(0);
    }
  });

  it('keeps every point inside its frame', () => {
    const [width, height] = [view.getInt32(16, true), view.getInt32(20, true)];
    for (const { at } of ofType(42)) {
      const box = [8, 12, 16, 20].map((place) => view.getInt32(at + place, true)) as [number, ...number[]];
      expect(Math.min(...box)).toBeGreaterThanOrEqual(0);
      expect(Math.max(box[0], box[2] ?? 0)).toBeLessThanOrEqual(width);
      expect(Math.max(box[1] ?? 0, box[3] ?? 0)).toBeLessThanOrEqual(height);
    }
  });
});
