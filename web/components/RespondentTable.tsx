import { formatCount, formatShare } from '../formatting/numbers.ts';
import { type Dimension, listRespondentRows } from '../formatting/respondent-rows.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { FigureTable } from './FigureTable.tsx';

interface RespondentTableProps {
  readonly report: ReportView;
  readonly dimension: Dimension;
  /** Keys are `kind.ID` and `field.ID`. */
  readonly itemNames: Readonly<Record<string, string>>;
  readonly words: FigureMessages;
}

/** The ballots of all rows add up to those of the headline figure. */
export function RespondentTable({ report, dimension, itemNames, words }: RespondentTableProps) {
  const { minimum_n, target } = report.indicator;
  return (
    <div class="scroll">
      <FigureTable
        columns={[words.respondents.columns[dimension], words.counters.satisfied, words.counters.ballots]}
      >
        {listRespondentRows(report, dimension, itemNames, words).map(
          ({ id, name, numerator, denominator }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td class="number">
                {denominator < Math.max(30, minimum_n)
                  ? words.counters.of(numerator, denominator)
                  : formatShare(numerator, denominator, target?.percent ?? null, words.locale)}
              </td>
              <td class="number">{formatCount(denominator, words.locale)}</td>
            </tr>
          ),
        )}
      </FigureTable>
    </div>
  );
}
