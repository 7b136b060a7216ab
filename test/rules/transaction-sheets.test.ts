import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settledMapping } from '../../server/transactions/import/propose-mapping.ts';
import { readImport } from '../../server/transactions/import/read-import.ts';
import { hasProgram } from '../helpers/other-programs.ts';
import { generateSheet, makeDice, type SheetTruth, writeCsv } from '../helpers/sheet-generator.ts';
import { makeXlsx } from '../helpers/xlsx-file.ts';

/** Number of generated sheets; for all: `TEST_SHEETS=2000 npx vitest run test/rules/transaction-sheets.test.ts`. */
const SHEETS = Number(process.env.TEST_SHEETS ?? 60);
const COUNTERS = [
  { code: 'k7mpx', name: 'Tư pháp – hộ tịch, chứng thực' },
  { code: 'd2xyz', name: 'Đất đai – xây dựng' },
];
const TODAY = '2026-11-30';

interface Judged {
  readonly totals: Readonly<Record<string, number>>;
  readonly by_name: Readonly<Record<string, number>>;
}

describe.skipIf(!hasProgram('python3'))('generated sheets', () => {
  test('are read as a second reader reads them, or asked about; never wrongly without a question', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
    try {
      const dice = makeDice(20_241_202);
      const files = Array.from({ length: SHEETS }, (_, index) => {
        const sheet = generateSheet(
          dice,
          COUNTERS.map(({ name }) => name),
        );
        const file = join(folder, `${index}.${sheet.truth.format}`);
        const bytes =
          sheet.truth.format === 'csv'
            ? new TextEncoder().encode(writeCsv(sheet, dice))
            : makeXlsx([{ rows: sheet.rows, merges: sheet.merges }]);
        writeFileSync(file, bytes);
        return { bytes, truth: { ...sheet.truth, file } satisfies SheetTruth, sheet };
      });
      const truths = join(folder, 'truths.json');
      writeFileSync(truths, JSON.stringify(files.map(({ truth }) => truth)));
      const judged = execFileSync('python3', ['test/helpers/judge-sheets.py', truths], { maxBuffer: 1e9 })
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Judged);
      const wrong: string[] = [];
      let read = 0;
      for (const [index, { bytes, truth, sheet }] of files.entries()) {
        const request = {
          fileName: '',
          unit: '',
          sheet: null,
          headingRow: null,
          mapping: null,
          remembered: {},
        };
        const asked = await readImport(bytes, request, COUNTERS, TODAY);
        // The texts beside the generated rows change nothing, so a person would confirm them.
        const areTexts = !('refused' in asked) && asked.proposal.needs.join() === 'unfamiliar';
        const mapping = areTexts ? settledMapping({ ...asked.proposal, needs: [] }) : null;
        const found = areTexts ? await readImport(bytes, { ...request, mapping }, COUNTERS, TODAY) : asked;
        if ('refused' in found || found.numbers === null) continue;
        read += 1;
        const { entries, bad, states } = found.numbers;
        const { totals, by_name: byName } = judged[index] as Judged;
        const isByName = entries.some(({ name }) => name !== null);
        const sums: Record<string, number> = {};
        for (const { from, name, n } of entries) {
          const key = isByName ? `${from} ${name}` : from;
          sums[key] = (sums[key] ?? 0) + n;
        }
        // Rows that the reader reports or asks about are not lost silently.
        if (bad.length + states.length > 0) continue;
        const expected = isByName ? byName : totals;
        if (JSON.stringify(sortKeys(sums)) !== JSON.stringify(sortKeys(expected))) {
          const headings = sheet.rows[truth.firstRow - 2]?.join(' | ');
          wrong.push(
            `${index} ${truth.format} ${truth.kind} (${headings}) as ${JSON.stringify(found.mapping)}: ${JSON.stringify(sums)} for ${JSON.stringify(expected)}`,
          );
        }
      }
      expect(wrong).toEqual([]);
      // Otherwise a reader that asks about every file would pass.
      expect(read).toBeGreaterThan(SHEETS / 5);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 600_000);
});

const sortKeys = (record: Readonly<Record<string, number>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
