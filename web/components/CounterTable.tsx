import { formatShare } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { ShareBar } from './ShareBar.tsx';

interface CounterTableProps {
  readonly report: ReportView;
  /** Codes of counters whose whole confidence interval is below the target. */
  readonly low?: readonly string[];
  readonly closed?: readonly string[];
  readonly words: FigureMessages;
}

/** With fewer ballots a counter has no percentage, even if the unit's minimum is lower: it would mostly show chance. */
const COUNTER_MINIMUM_N = 30;

export const counterMinimum = ({ indicator }: ReportView): number =>
  Math.max(COUNTER_MINIMUM_N, indicator.minimum_n);

type Counter = ReportView['counters'][number];

interface Shown {
  readonly numerator: number;
  readonly denominator: number;
}

function shownFigures({ suppressed, numerator, denominator }: Counter): Shown | null {
  return suppressed || numerator === null || !denominator ? null : { numerator, denominator };
}

/**
 * Lists a counter with counted or pending ballots. Reports of earlier versions have no `pending`: for them,
 * every counter that is not closed is listed.
 */
const isPartOf = ({ code, ended, pending, denominator }: Counter, closed: readonly string[]): boolean =>
  (denominator ?? 0) > 0 || (pending === undefined ? !ended && !closed.includes(code) : pending > 0);

/** In the given order, never ranked. Below the minimum of ballots only counts are shown, below five nothing. */
export function CounterTable({ report, low = [], closed = [], words }: CounterTableProps) {
  const rows = report.counters
    .filter((counter) => isPartOf(counter, closed))
    .map((counter) => ({ counter, shown: shownFigures(counter) }));
  if (rows.every(({ shown }) => shown === null)) return <p>{words.counters.none}</p>;
  const target = report.indicator.target?.percent ?? null;
  const minimum = counterMinimum(report);
  return (
    <>
      <div class="scroll">
        <table class="figures counters">
          <thead class="vh">
            <tr>
              <th scope="col">{words.counters.column}</th>
              <th scope="col">{words.counters.satisfied}</th>
              <th scope="col">{words.counters.ballots}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ counter, shown }) => (
              <tr key={counter.code}>
                <th scope="row">
                  {counter.name}
                  {low.includes(counter.code) ? (
                    <>
                      {' '}
                      <span class="counter-low">{words.counters.low}</span>
                    </>
                  ) : null}
                  {shown !== null && shown.denominator >= minimum ? (
                    <ShareBar percent={(100 * shown.numerator) / shown.denominator} target={target} />
                  ) : null}
                </th>
                {shown === null ? (
                  <td class="number" colSpan={2}>
                    {words.suppressed}
                  </td>
                ) : shown.denominator < minimum ? (
                  <td class="number" colSpan={2}>
                    <strong>{words.counters.of(shown.numerator, shown.denominator)}</strong>
                  </td>
                ) : (
                  <>
                    <td class="number">
                      <strong>{formatShare(shown.numerator, shown.denominator, target, words.locale)}</strong>
                    </td>
                    <td class="number">{words.headline.ballots(shown.denominator)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft">{words.counters.note(minimum)}</p>
    </>
  );
}
