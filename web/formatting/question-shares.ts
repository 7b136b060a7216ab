import type { QuestionView } from '../types/report-view.ts';

interface QuestionShare {
  readonly question: QuestionView;
  readonly satisfied: number;
  /** Number of answers; 0 if they are suppressed. */
  readonly n: number;
}

function shareOf(question: QuestionView): QuestionShare {
  const { counts, n, suppressed } = question;
  if (suppressed || counts === null || !n) return { question, satisfied: 0, n: 0 };
  return { question, satisfied: counts['4'] + counts['5'], n };
}

/**
 * All questions but the overall one, lowest share satisfied first. Questions with fewer than `minimum`
 * answers follow, because among few answers a low share is mostly chance; questions without figures are last.
 */
export function weakestFirst(questions: readonly QuestionView[], minimum: number): QuestionShare[] {
  const rank = ({ n }: QuestionShare): number => (n >= minimum ? 0 : n > 0 ? 1 : 2);
  return questions
    .filter(({ id }) => id !== 'overall')
    .map(shareOf)
    .sort((a, b) => rank(a) - rank(b) || a.satisfied * b.n - b.satisfied * a.n);
}

/**
 * How many ballots (`least` of `all`) answer at least one question besides the overall one: a lower bound,
 * from the question with most answers. Null: suppressed, or there is no other question.
 */
export function answeredMore(
  questions: readonly QuestionView[],
): { readonly least: number; readonly all: number } | null {
  const overall = questions.find(({ id }) => id === 'overall');
  const all = overall?.suppressed ? null : (overall?.n ?? null);
  const others = questions.filter(({ id, counts, suppressed }) => id !== 'overall' && counts && !suppressed);
  if (all === null || all === 0 || others.length === 0) return null;
  const least = Math.max(...others.map(({ n, counts }) => (n ?? 0) + (counts?.na ?? 0)));
  return { least: Math.min(least, all), all };
}
