import { formatCount, formatShare } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { ShareBar } from './ShareBar.tsx';

interface CounterTableProps {
  readonly report: ReportView;
  readonly words: FigureMessages;
}

/** Below this many ballots a counter has no percentage, whatever the unit's minimum (method §7.5). */
const COUNTER_MINIMUM_N = 30;

const minimumOf = ({ indicator }: ReportView): number => Math.max(COUNTER_MINIMUM_N, indicator.minimum_n);

type Counter = ReportView['counters'][number];

interface Shown {
  readonly numerator: number;
  readonly denominator: number;
}

function shownFigures({ suppressed, numerator, denominator }: Counter): Shown | null {
  return suppressed || numerator === null || !denominator ? null : { numerator, denominator };
}

function SatisfiedCell(props: {
  readonly shown: Shown;
  readonly report: ReportView;
  readonly words: FigureMessages;
}) {
  const { shown, report, words } = props;
  const { numerator, denominator } = shown;
  if (denominator < minimumOf(report)) return <>{words.counters.of(numerator, denominator)}</>;
  const target = report.indicator.target?.percent ?? null;
  return <>{formatShare(numerator, denominator, target, words.locale)}</>;
}

/**
 * Counters keep the given order and are never ranked. Below the minimum of ballots only counts are shown, below five
 * ballots nothing.
 */
export function CounterTable({ report, words }: CounterTableProps) {
  const rows = report.counters.map((counter) => ({ counter, shown: shownFigures(counter) }));
  if (rows.every(({ shown }) => shown === null)) return <p>{words.counters.none}</p>;
  return (
    <>
      <div class="scroll">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.counters.column}</th>
              <th scope="col" class="number">
                {words.counters.satisfied}
              </th>
              <th scope="col" class="number">
                {words.counters.ballots}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ counter, shown }) => (
              <tr key={counter.code}>
                <th scope="row">
                  {counter.name}
                  {shown !== null && shown.denominator >= minimumOf(report) ? (
                    <ShareBar percent={(100 * shown.numerator) / shown.denominator} />
                  ) : null}
                </th>
                {shown === null ? (
                  <td class="number" colSpan={2}>
                    {words.suppressed}
                  </td>
                ) : (
                  <>
                    <td class="number">
                      <SatisfiedCell shown={shown} report={report} words={words} />
                    </td>
                    <td class="number">{formatCount(shown.denominator, words.locale)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft">{words.counters.note(minimumOf(report))}</p>
    </>
  );
}
