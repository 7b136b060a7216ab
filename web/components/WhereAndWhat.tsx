import type { ComponentChildren } from 'preact';
import { nameLowCounters, sayLowCounter, sayWhat } from '../formatting/low-counters.ts';
import { leaderVi as words } from '../messages/leader.vi.ts';
import type { LeaderView } from '../types/leader-view.ts';
import type { ReportView } from '../types/report-view.ts';

interface WhereAndWhatProps extends Pick<LeaderView, 'lowCounters' | 'fixFirst' | 'topReason' | 'itemNames'> {
  readonly report: ReportView;
  /** More `<dt>` and `<dd>` of the list. */
  readonly children?: ComponentChildren;
}

/** Maximum number of low counters that are named; of further ones only the number is given. */
const NAMED_COUNTERS = 3;

/** Which counters are low ("where"), and which question to improve first, with its most frequent reason ("what"). */
export function WhereAndWhat(props: WhereAndWhatProps) {
  const { report, lowCounters, fixFirst, children } = props;
  return (
    <dl class="where">
      <dt>{words.where.label}</dt>
      <dd>
        {lowCounters.length === 0 ? (
          nameLowCounters(report)
        ) : (
          <ul>
            {lowCounters.slice(0, NAMED_COUNTERS).map((counter) => {
              const [name, rest] = sayLowCounter(counter, report.indicator);
              return (
                <li key={counter.code}>
                  <strong>{name}</strong>
                  {rest}
                </li>
              );
            })}
            {lowCounters.length > NAMED_COUNTERS ? (
              <li>{words.where.more(lowCounters.length - NAMED_COUNTERS)}</li>
            ) : null}
          </ul>
        )}
      </dd>
      <dt>{words.what.label}</dt>
      <dd>
        {sayWhat(props, report.indicator)}
        {fixFirst.length > 0 ? <span class="where-why soft">{words.what.why}</span> : null}
      </dd>
      {children}
    </dl>
  );
}
