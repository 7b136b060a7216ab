import { formatCount, formatShare } from '../formatting/numbers.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { ReportView } from '../types/report-view.ts';

interface RespondentTableProps {
  readonly report: ReportView;
  readonly dimension: 'respondents' | 'fields';
  /** Names by `kind.ID` and `field.ID`. */
  readonly itemNames: Readonly<Record<string, string>>;
}

/** Kinds or fields of respondents with their satisfied ballots; the rows add up to the headline. */
export function RespondentTable({ report, dimension, itemNames }: RespondentTableProps) {
  const words = staffVi.respondents;
  const { minimum_n, target } = report.indicator;
  const rows =
    dimension === 'respondents'
      ? (report.respondents ?? []).map((row) => ({ ...row, id: row.kind, key: `kind.${row.kind}` }))
      : (report.fields ?? []).map((row) => ({ ...row, id: row.field, key: `field.${row.field}` }));
  const shown = rows.filter(({ counted }) => counted > 0);
  return (
    <div class="scroll">
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{words.columns[dimension]}</th>
            <th scope="col" class="number">
              {staffVi.counters.satisfied}
            </th>
            <th scope="col" class="number">
              {staffVi.counters.ballots}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const name = words.others[row.id] ?? itemNames[row.key] ?? row.id;
            return (
              <tr key={row.id}>
                <th scope="row">{name}</th>
                <td class="number">
                  {row.denominator < Math.max(30, minimum_n)
                    ? staffVi.counters.of(row.numerator, row.denominator)
                    : formatShare(row.numerator, row.denominator, target?.percent ?? null, 'vi')}
                </td>
                <td class="number">{formatCount(row.denominator, 'vi')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
