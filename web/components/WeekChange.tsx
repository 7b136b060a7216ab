import { formatPoints } from '../formatting/numbers.ts';
import { questionName } from '../formatting/question-name.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { ChangeView, ReportView } from '../types/report-view.ts';

interface WeekChangeProps {
  readonly report: ReportView;
  readonly before: ReportView | null;
  readonly changes: readonly ChangeView[];
  readonly itemNames: Readonly<Record<string, string>>;
}

type Called = ChangeView & { readonly difference_points: number; readonly called: 'up' | 'down' };

const isCalled = (change: ChangeView): change is Called =>
  change.called !== null && change.difference_points !== null;

/** The questions and counters that clearly changed, by name. */
function listOthers({ before, changes, itemNames }: WeekChangeProps): string[] {
  const counterNames = new Map(before?.counters.map(({ code, name }) => [code, name]));
  return changes
    .filter(isCalled)
    .filter(({ id }) => id !== 'overall')
    .map(({ id, called, difference_points }) => {
      const name = counterNames.get(id) ?? questionName(id, itemNames, staffVi);
      const say = called === 'up' ? staffVi.week.changedUp : staffVi.week.changedDown;
      return say(name, formatPoints(difference_points, 'vi'));
    });
}

/** In one line: what clearly changed, else the sentence about the overall question. */
export function summariseChanges(props: WeekChangeProps): string {
  const others = listOthers(props);
  return others.length === 0 ? sayOverall(props) : others.join('; ');
}

/** Differences that chance may explain are not reported as changes. */
export function WeekChange(props: WeekChangeProps) {
  const others = listOthers(props);
  return (
    <>
      <p>{sayOverall(props)}</p>
      {others.length === 0 ? null : (
        <>
          <p>{staffVi.week.changedQuestions}</p>
          <ul>
            {others.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function sayOverall({ report, before, changes }: WeekChangeProps): string {
  const change = changes.find(({ id }) => id === 'overall');
  const isCompared = before?.indicator.percent != null && report.indicator.percent !== null;
  if (!isCompared || change === undefined || change.difference_points === null) return staffVi.week.noBefore;
  if (!isCalled(change)) return staffVi.week.unclear;
  const say = change.called === 'up' ? staffVi.week.up : staffVi.week.down;
  return say(formatPoints(change.difference_points, 'vi'));
}
