import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';

export type Dimension = 'respondents' | 'fields';

interface RespondentRow {
  readonly id: string;
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** The ballots of all rows add up to those of the report. Keys of `itemNames` are `kind.ID` and `field.ID`. */
export function listRespondentRows(
  report: Pick<ReportView, 'respondents' | 'fields'>,
  dimension: Dimension,
  itemNames: Readonly<Record<string, string>>,
  words: FigureMessages,
): RespondentRow[] {
  const rows =
    dimension === 'respondents'
      ? (report.respondents ?? []).map((row) => ({ ...row, id: row.kind, key: `kind.${row.kind}` }))
      : (report.fields ?? []).map((row) => ({ ...row, id: row.field, key: `field.${row.field}` }));
  return rows
    .filter(({ counted }) => counted > 0)
    .map(({ id, key, numerator, denominator }) => ({
      ...{ id, numerator, denominator },
      name: words.respondents.others[id] ?? itemNames[key] ?? id,
    }));
}
