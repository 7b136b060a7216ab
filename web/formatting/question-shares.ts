import type { QuestionView } from '../types/report-view.ts';

interface QuestionShare {
  readonly question: QuestionView;
  readonly satisfied: number;
  /** Number of answers; 0 if suppressed. */
  readonly n: number;
}

function shareOf(question: QuestionView): QuestionShare {
  const { counts, n, suppressed } = question;
  if (suppressed || counts === null || !n) return { question, satisfied: 0, n: 0 };
  return { question, satisfied: counts['4'] + counts['5'], n };
}

/**
 * The questions after the overall one, lowest share satisfied first. Those with fewer answers than `minimum` come after
 * the others, because among few answers the lowest share is mostly chance; those without figures last.
 */
export function weakestFirst(questions: readonly QuestionView[], minimum: number): QuestionShare[] {
  const rank = ({ n }: QuestionShare): number => (n >= minimum ? 0 : n > 0 ? 1 : 2);
  return questions
    .filter(({ id }) => id !== 'overall')
    .map(shareOf)
    .sort((a, b) => rank(a) - rank(b) || a.satisfied * b.n - b.satisfied * a.n);
}

/**
 * Lower bound of the number of ballots that answer more than the overall question: the highest number of
 * answers to another question. Null: suppressed, or no other question was asked.
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
