import { pullVi as words } from '../messages/pull.vi.ts';
import type { CellValue, Column, Workbook } from '../types/workbook.ts';

/** Reports that the office above fetched from the servers of its units, with their sums. */
export interface PulledView {
  readonly period: string;
  readonly rows: readonly PulledRow[];
  readonly total: Omit<PulledRow, 'unit' | 'code' | 'lead' | 'closed' | 'age' | 'reason'>;
  readonly coverage: { readonly counted: number; readonly units: number };
  readonly problems: readonly {
    readonly source: string;
    readonly about: string;
    readonly code: string;
    readonly age: number | null;
  }[];
}

interface PulledRow {
  readonly unit: string;
  readonly code: string;
  readonly percent: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly lead: string | null;
  readonly transactions: number | null;
  readonly response: number | null;
  readonly closed: string | null;
  readonly age: number;
  /** Why the unit's figures are not in the sums; null: they are. */
  readonly reason: string | null;
}

const FIGURES: readonly (readonly [keyof typeof words.columns, Column['kind']])[] = [
  ['unit', 'text'],
  ['code', 'text'],
  ['percent', 'percent'],
  ['denominator', 'count'],
  ['numerator', 'count'],
  ['low', 'percent'],
  ['high', 'percent'],
  ['lead', 'text'],
  ['response', 'percent'],
  ['transactions', 'count'],
  ['closed', 'day'],
  ['note', 'text'],
];
const PROBLEMS: typeof FIGURES = [
  ['source', 'text'],
  ['about', 'text'],
  ['problem', 'text'],
  ['age', 'count'],
];

const sayReason = (code: string): string => words.reasons[code] ?? code;

function sayNote({ reason, age, closed }: PulledRow): string {
  if (reason !== null) return sayReason(reason);
  return [closed === null ? words.provisional : '', age > 0 ? words.stale(age) : '']
    .filter((note) => note !== '')
    .join('. ');
}

const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** Empty if no unit has any figures. */
const sayTotal = ({ percent, numerator, denominator }: PulledView['total']): string[] =>
  percent === null
    ? []
    : [words.overall(format.format(percent), format.format(numerator ?? 0), format.format(denominator ?? 0))];

const columnsOf = (columns: typeof FIGURES) =>
  columns.map(([key, kind]) => ({ key, header: words.columns[key], kind }));

/** First sheet: one row per unit, sorted by name, then the sums. Second sheet: the problems met while fetching. */
export function pulledWorkbook({ period, rows, total, coverage, problems }: PulledView): Workbook {
  const last = { ...total, unit: words.total, lead: null, closed: null };
  const cells = (row: Partial<Record<string, CellValue>>, columns: typeof FIGURES): CellValue[] =>
    columns.map(([key]) => row[key] ?? null);
  return {
    sheets: [
      {
        name: words.sheets.figures,
        notes: [
          words.title(period),
          ...sayTotal(total),
          words.coverage(coverage.counted, coverage.units),
          words.sums,
          words.order,
        ],
        columns: columnsOf(FIGURES),
        rows: [
          ...rows.map((row) =>
            cells(
              {
                ...row,
                lead: row.lead === null ? null : (words.leads[row.lead] ?? row.lead),
                note: sayNote(row),
              },
              FIGURES,
            ),
          ),
          cells({ ...last, note: words.coverage(coverage.counted, coverage.units) }, FIGURES),
        ],
      },
      {
        name: words.sheets.problems,
        notes: problems.length === 0 ? [words.noProblems] : [],
        columns: columnsOf(PROBLEMS),
        rows: problems.map(({ code, ...rest }) => cells({ ...rest, problem: sayReason(code) }, PROBLEMS)),
      },
    ],
  };
}
