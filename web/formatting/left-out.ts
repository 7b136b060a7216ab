import { transactionFileVi } from '../messages/transaction-file.vi.ts';
import type { PreparedImport, ReadImport } from '../types/transaction-import.ts';
import { formatSpan } from './dates.ts';
import { formatCount } from './numbers.ts';

const { result: words } = transactionFileVi;
const ROWS_SHOWN = 60;
const DAYS_SHOWN = 20;
const TEXTS_SHOWN = 8;

export interface LeftOut {
  readonly code: string;
  readonly n: number;
  /** True: `n` counts rows of the file; false: transactions. */
  readonly isRows: boolean;
  readonly detail: string;
}

/** What the import does not save, by reason. */
export function listLeftOut(read: ReadImport, prepared: PreparedImport): LeftOut[] {
  const { bad = [], leftOut, placeholders = [] } = read.numbers ?? {};
  const rowList = (rows: readonly number[]) =>
    rows.length === 0
      ? ''
      : words.rowList(
          rows
            .slice(0, ROWS_SHOWN)
            .map((row) => formatCount(row, 'vi'))
            .join(', '),
          Math.max(rows.length - ROWS_SHOWN, 0),
        );
  const texts = placeholders
    .slice(0, TEXTS_SHOWN)
    .map(({ text, n }) => `${text === '' ? words.blank : `“${text}”`} ${formatCount(n, 'vi')}`);
  const rows: LeftOut[] = [
    { code: 'bad', n: new Set(bad.map(({ row }) => row)).size, isRows: true, detail: '' },
    ...(['unfinished', 'repeated', 'totals', 'notes'] as const).map((code) => ({
      code,
      n: leftOut?.[code].length ?? 0,
      isRows: true,
      detail: `${code === 'unfinished' && texts.length > 0 ? `${words.placeholders(texts.join(', '))} ` : ''}${rowList(leftOut?.[code] ?? [])}`,
    })),
  ];
  const codes = [...new Set(prepared.rejected.map(({ code }) => code))];
  const rejected = codes.map((code): LeftOut => {
    const own = prepared.rejected.filter((each) => each.code === code);
    const days = own.slice(0, DAYS_SHOWN).map(({ entry: { from, to } }) => formatSpan(from, to, 'vi'));
    return {
      code,
      n: own.reduce((sum, { entry }) => sum + entry.n, 0),
      isRows: false,
      detail: days.join(', '),
    };
  });
  const skipped: LeftOut = { code: 'skipped', n: prepared.skipped, isRows: false, detail: '' };
  return [...rows, ...rejected, skipped].filter(({ n }) => n > 0);
}
