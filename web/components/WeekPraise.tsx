import { formatPoints } from '../formatting/numbers.ts';
import { questionName } from '../formatting/question-name.ts';
import { staffVi } from '../messages/staff.vi.ts';
import { weeksVi } from '../messages/weeks.vi.ts';
import type { ChangeView, QuestionView, ReportView } from '../types/report-view.ts';

interface WeekPraiseProps {
  readonly report: ReportView;
  readonly changes: readonly ChangeView[];
  readonly itemNames: Readonly<Record<string, string>>;
}

interface Praised {
  readonly id: string;
  readonly satisfied: number;
  readonly answered: number;
}

/** Maximum number of items; with more the praise would mean less. */
const PRAISED = 2;

/** At least 90 % satisfied; integers avoid rounding errors. */
const isPraise = ({ satisfied, answered }: Praised): boolean => satisfied * 10 >= answered * 9;

function toPraised({ id, n, counts, suppressed }: QuestionView, minimum: number): Praised[] {
  if (id === 'overall' || suppressed || counts === null || n === null || n < minimum) return [];
  return [{ id, satisfied: counts['4'] + counts['5'], answered: n }];
}

/** Best questions and significant rises, because staff who read only about faults stop reading. */
export function WeekPraise({ report, changes, itemNames }: WeekPraiseProps) {
  const { praise } = weeksVi;
  const best = report.questions
    .flatMap((question) => toPraised(question, report.indicator.minimum_n))
    .filter(isPraise)
    .sort((left, right) => right.satisfied * left.answered - left.satisfied * right.answered)
    .slice(0, PRAISED);
  const asked = new Set(report.questions.map(({ id }) => id));
  const risen = changes.filter(({ id, called }) => called === 'up' && id !== 'overall' && asked.has(id));
  if (best.length === 0 && risen.length === 0) return null;
  const nameOf = (id: string) => questionName(id, itemNames, staffVi);
  return (
    <section aria-labelledby="praise">
      <h2 id="praise">{praise.heading}</h2>
      <ul class="facts">
        {best.map(({ id, satisfied, answered }) => (
          <li key={id}>{praise.item(nameOf(id), satisfied, answered)}</li>
        ))}
        {risen.map(({ id, difference_points }) => (
          <li key={`${id} risen`}>{praise.risen(nameOf(id), formatPoints(difference_points ?? 0, 'vi'))}</li>
        ))}
      </ul>
    </section>
  );
}
