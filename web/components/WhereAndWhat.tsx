import type { ComponentChildren } from 'preact';
import { sayWhat, sayWhere } from '../formatting/low-counters.ts';
import { leaderVi as words } from '../messages/leader.vi.ts';
import type { LeaderView } from '../types/leader-view.ts';
import type { ReportView } from '../types/report-view.ts';

interface WhereAndWhatProps extends Pick<LeaderView, 'lowCounters' | 'fixFirst' | 'topReason' | 'itemNames'> {
  readonly report: ReportView;
  /** More `<dt>` and `<dd>` of the list. */
  readonly children?: ComponentChildren;
}

/** Below the headline: the low counters, and the question to improve first. */
export function WhereAndWhat(props: WhereAndWhatProps) {
  const { report, lowCounters, children } = props;
  const [question, why] = sayWhat(props, report.indicator);
  return (
    <dl class="where">
      <dt>{words.where.label}</dt>
      <dd>
        <ul>
          {sayWhere(lowCounters, report).map(([counter, rest]) => (
            <li key={counter + rest}>
              {counter === '' ? null : <strong>{counter}</strong>}
              {rest}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{words.what.label}</dt>
      <dd>
        {question === '' ? null : <strong>{question}</strong>}
        {why}
      </dd>
      {children}
    </dl>
  );
}
