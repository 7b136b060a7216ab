import { describe, expect, it } from 'vitest';
import { startExportProgress } from '../../server/cli/commands/seals.ts';
import { toPlainAscii } from '../../server/lib/console-text.ts';

/** The progress of an export of `all` ballots, with a manual clock. */
function start(all: number) {
  const lines: string[] = [];
  let ms = 0;
  const progress = startExportProgress(
    all,
    (line) => void lines.push(line),
    () => ms,
  );
  return {
    lines,
    finish: progress.finish,
    add: (ballots: number, later: number) => {
      ms += later;
      progress.add(ballots);
    },
  };
}

describe('the progress of an export', () => {
  it('says at once how many ballots there are, and at the end that all are written', () => {
    const { lines, finish } = start(12_345);
    expect(lines).toEqual(['Đã xuất 0 trên 12.345 phiếu (0%).']);
    finish();
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('(100%)');
  });

  it('is said at most once a second, and when a per cent is full', () => {
    const { lines, add } = start(10_000_000);
    for (let part = 0; part < 1_000; part += 1) add(1_000, 10);
    expect(lines.slice(1)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9]
        .map((n) => `Đã xuất ${n}00.000 trên 10.000.000 phiếu (${n}%).`)
        .concat('Đã xuất 1.000.000 trên 10.000.000 phiếu (10%).'),
    );
    for (let part = 0; part < 99; part += 1) add(1_000, 5_000);
    expect(lines).toHaveLength(11);
    add(1_000, 0);
    expect(lines).toHaveLength(12);
  });

  it('is not full before the end, also where there are more ballots than the seals say', () => {
    const { lines, add, finish } = start(100);
    add(150, 2_000);
    expect(lines.at(-1)).toBe('Đã xuất 150 trên 100 phiếu (99%).');
    finish();
    expect(lines.at(-1)).toBe('Đã xuất 150 trên 100 phiếu (100%).');
  });

  it('of days without ballots is full from the beginning', () => {
    const { lines, finish } = start(0);
    finish();
    expect(lines).toEqual(['Đã xuất 0 trên 0 phiếu (100%).']);
  });

  it('can be read on a console without Vietnamese letters', () => {
    const [line] = start(1_000).lines;
    expect(toPlainAscii(line!)).toBe('Da xuat 0 tren 1.000 phieu (0%).');
  });
});
