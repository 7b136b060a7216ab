import { formatSpan } from '../formatting/dates.ts';
import { formatCount, formatPercent } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { TrendPoint } from '../types/report-view.ts';
import { FigureTable } from './FigureTable.tsx';
import { ScrollFrame } from './ScrollFrame.tsx';

interface TrendTableProps {
  readonly points: readonly TrendPoint[];
  readonly target: number | null;
  readonly words: FigureMessages;
}

/** Table of weeks, newest first; scrolls in its own frame when text is enlarged. */
export function TrendTable({ points, target, words }: TrendTableProps) {
  return (
    <details>
      <summary>{words.trend.table}</summary>
      <ScrollFrame label={words.trend.tableName}>
        <FigureTable
          columns={[words.trend.week, words.trend.ballots, words.trend.share, words.trend.interval]}
        >
          {[...points].reverse().map((point) => (
            <tr key={point.period.id}>
              <th scope="row">
                {formatSpan(point.period.from, point.period.to, words.locale)}
                {point.is_provisional ? <span class="soft"> ({words.trend.provisional})</span> : null}
              </th>
              <PointCells point={point} target={target} words={words} />
            </tr>
          ))}
        </FigureTable>
      </ScrollFrame>
    </details>
  );
}

interface PointCellsProps {
  readonly point: TrendPoint;
  readonly target: number | null;
  readonly words: FigureMessages;
}

/** Three figures, or one cell that explains why some are suppressed. */
function PointCells({ point, target, words }: PointCellsProps) {
  if (point.denominator === null) {
    return (
      <td class="number" colSpan={3}>
        {words.suppressed}
      </td>
    );
  }
  const percent = (value: number): string => formatPercent(value, target, words.locale);
  const ballots = <td class="number">{formatCount(point.denominator, words.locale)}</td>;
  if (point.percent === null) {
    return (
      <>
        {ballots}
        <td class="number" colSpan={2}>
          {words.tooFewShown}
        </td>
      </>
    );
  }
  return (
    <>
      {ballots}
      <td class="number">{percent(point.percent)}</td>
      <td class="number">
        {point.interval === null ? '–' : `${percent(point.interval.low)} – ${percent(point.interval.high)}`}
      </td>
    </>
  );
}
