import { describe, expect, it } from 'vitest';
import { makeHostileFiles } from '../../bench/office/hostile-files.ts';
import { childrenBytes } from '../../bench/office/process-use.ts';
import { createImportReader } from '../../server/transactions/import-reader.ts';
import { makeXlsx } from '../helpers/xlsx-file.ts';

const REQUEST = { fileName: '', unit: '', sheet: null, headingRow: null, mapping: null, remembered: {} };
const read = (bytes: Uint8Array, reader = createImportReader()) =>
  reader.read(bytes, REQUEST, [], '2026-11-30');

/** Peak memory of child processes during `work`, in bytes. */
async function mostOfChildren(work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, childrenBytes(process.pid));
  }, 5);
  await work();
  clearInterval(watch);
  return most;
}

describe('a file that would take minutes or gigabytes', () => {
  const files = Object.entries(makeHostileFiles());
  const reader = createImportReader();

  it('is small enough to be sent', () => {
    for (const [name, bytes] of files) expect(bytes.length, name).toBeLessThan(2_000_000);
    expect(files.length).toBeGreaterThan(6);
  });

  it.each(files)('is refused within bounds: %s', async (_, bytes) => {
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 1);
    let found: Awaited<ReturnType<typeof read>> = 'busy';
    const most = await mostOfChildren(async () => {
      found = await read(bytes, reader);
    });
    clearInterval(count);
    expect(found).toHaveProperty('refused');
    expect(most).toBeGreaterThan(10_000_000);
    expect(most).toBeLessThan(300_000_000);
    // The event loop of this process was not blocked: another process did the reading.
    expect(turns).toBeGreaterThan(5);
  });
});

describe('the reader of files', () => {
  const good = makeXlsx([
    {
      rows: [
        ['Ngày', 'Số lượt'],
        ['02/12/2024', 3],
      ],
    },
  ]);

  it('reads one after the other, and turns away those for whom there is no room', async () => {
    const reader = createImportReader();
    const found = await Promise.all(Array.from({ length: 9 }, () => read(good, reader)));
    expect(found.filter((each) => each === 'busy').length).toBeGreaterThan(0);
    for (const each of found) if (each !== 'busy') expect(each).toHaveProperty('numbers');
    expect(await read(good, reader)).toHaveProperty('numbers');
  });

  it('gives up at its deadline, and reads the next file all the same', async () => {
    const reader = createImportReader(1);
    expect(await read(good, reader)).toEqual({ refused: 'too-slow', row: null });
    expect(await read(good)).toHaveProperty('numbers');
  });
});
