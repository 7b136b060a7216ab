import { formatSpan } from '../formatting/dates.ts';
import { formatCount, formatShare } from '../formatting/numbers.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { IndicatorView, ReportView } from '../types/report-view.ts';

type RecentName = keyof typeof leaderVi.recent.names;

interface RecentPeriodsProps {
  readonly periods: readonly { readonly name: RecentName; readonly report: ReportView }[];
}

/** Whether the period has a page of its own; the last four weeks have none. */
const isNamed = ({ period }: ReportView): boolean => period.kind !== 'four-weeks';

export function RecentPeriods({ periods }: RecentPeriodsProps) {
  const { recent } = leaderVi;
  return (
    <div class="scroll">
      <table class="figures recent">
        <thead>
          <tr>
            <th scope="col">{recent.period}</th>
            <th scope="col" class="number">
              {recent.satisfied}
            </th>
            <th scope="col">{recent.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ name, report }) => (
            <tr key={name}>
              <th scope="row">
                {isNamed(report) ? (
                  <a href={`/lanh-dao?ky=${report.period.id}`}>{recent.names[name]}</a>
                ) : (
                  recent.names[name]
                )}{' '}
                <span class="soft">
                  {formatSpan(report.period.from, report.period.to, 'vi')}
                  {isNamed(report) && report.period.closed_at === null ? `, ${recent.provisional}` : null}
                </span>
              </th>
              <td class="number">{sayShare(report.indicator)}</td>
              <td>{sayVerdictShort(report)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Counts only where ballots are too few, a dash where the figure is suppressed. */
function sayShare(indicator: IndicatorView): string {
  const { recent } = leaderVi;
  const { numerator, denominator, percent, target, suppressed } = indicator;
  if (suppressed || numerator === null || !denominator) return '–';
  if (percent === null) return recent.people(numerator, denominator);
  const share = formatShare(numerator, denominator, target?.percent ?? null, 'vi');
  return recent.ofBallots(share, formatCount(denominator, 'vi'));
}

function sayVerdictShort({ indicator, ballots }: ReportView): string {
  const { recent } = leaderVi;
  if (ballots.received === 0 && indicator.suppressed) return recent.none;
  if (indicator.suppressed || indicator.percent === null) return recent.tooFew;
  if (indicator.target === null || indicator.verdict === null) return recent.noTarget;
  const verdict = indicator.verdict === 'met' ? recent.met : recent.notMet;
  return indicator.certain ? verdict : recent.unsure(verdict);
}
