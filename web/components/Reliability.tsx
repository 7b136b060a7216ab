import { formatCount, formatPercent } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';

interface ReliabilityProps {
  readonly report: ReportView;
  /** Null until the first day is sealed. */
  readonly seal: { readonly short: string } | null;
  readonly words: FigureMessages;
}

/** For readers without knowledge of statistics. */
export function Reliability({ report, seal, words }: ReliabilityProps) {
  const lines = sayReliability(report, words);
  return (
    <section class="card" aria-labelledby="reliability">
      <h2 id="reliability">{words.results.reliability.heading}</h2>
      <ol class="facts">
        {[
          ...lines,
          seal === null ? null : words.results.reliability.sealed(seal.short),
          words.status.notSipas,
        ]
          .filter((line) => line !== null)
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ol>
    </section>
  );
}

function sayReliability(report: ReportView, words: FigureMessages): (string | null)[] {
  const { locale, results, setAside } = words;
  const say = results.reliability;
  const { denominator, minimum_n, suppressed, interval, percent, target } = report.indicator;
  if (denominator === null || suppressed) return [say.noFigure];
  const aim = target?.percent ?? null;
  const { n } = report.transactions;
  const { received } = report.ballots;
  const all = report.indicator_all?.percent ?? null;
  const { total } = report.set_aside;
  return [
    interval === null || percent === null
      ? null
      : say.chance(
          denominator,
          formatPercent(interval.low, aim, locale),
          formatPercent(interval.high, aim, locale),
        ),
    denominator < minimum_n ? say.few : null,
    n === null ? say.shareUnknown : say.shareKnown(formatCount(received, locale), formatCount(n, locale)),
    total === null || total === 0
      ? null
      : [setAside.total(total), all === null ? null : setAside.withThem(formatPercent(all, aim, locale))]
          .filter((part) => part !== null)
          .join(' '),
    say.senders,
  ];
}
