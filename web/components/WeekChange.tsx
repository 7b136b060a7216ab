import { formatPoints } from '../formatting/numbers.ts';
import { questionName } from '../formatting/question-name.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { ChangeView, ReportView } from '../types/report-view.ts';

interface WeekChangeProps {
  readonly before: ReportView | null;
  readonly changes: readonly ChangeView[];
  readonly itemNames: Readonly<Record<string, string>>;
}

type Called = ChangeView & { readonly difference_points: number; readonly called: 'up' | 'down' };

const isCalled = (change: ChangeView): change is Called =>
  change.called !== null && change.difference_points !== null;

/** A difference that chance may explain is not called a change. */
export function WeekChange({ before, changes, itemNames }: WeekChangeProps) {
  const overall = changes.find(({ id }) => id === 'overall');
  const counterNames = new Map(before?.counters.map(({ code, name }) => [code, name]));
  const others = changes.filter(isCalled).filter(({ id }) => id !== 'overall');
  return (
    <>
      <p>{sayOverall(before, overall)}</p>
      {others.length === 0 ? null : (
        <>
          <p>{staffVi.week.changedQuestions}</p>
          <ul>
            {others.map(({ id, called, difference_points }) => {
              const name = counterNames.get(id) ?? questionName(id, itemNames, staffVi);
              const say = called === 'up' ? staffVi.week.changedUp : staffVi.week.changedDown;
              return <li key={id}>{say(name, formatPoints(difference_points, 'vi'))}</li>;
            })}
          </ul>
        </>
      )}
    </>
  );
}

function sayOverall(before: ReportView | null, change: ChangeView | undefined): string {
  if (before === null || change === undefined || change.difference_points === null)
    return staffVi.week.noBefore;
  if (!isCalled(change)) return staffVi.week.unclear;
  const say = change.called === 'up' ? staffVi.week.up : staffVi.week.down;
  return say(formatPoints(change.difference_points, 'vi'));
}
