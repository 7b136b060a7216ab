import { formatDay } from '../formatting/dates.ts';
import type { LeaderMessages } from '../messages/leader.vi.ts';
import type { WeekMessages } from '../messages/weeks.vi.ts';
import type { PeriodName } from '../types/report-view.ts';

/** Why a period has no ballots: it is in the future, or it ended before the unit's first day (`early`). */
export function timeOf(period: PeriodName, today: string, openedOn: string): 'future' | 'early' | 'surveyed' {
  if (period.from > today) return 'future';
  return period.to < openedOn ? 'early' : 'surveyed';
}

interface PeriodWithoutSurveyProps {
  readonly period: PeriodName;
  readonly time: 'future' | 'early';
  readonly openedOn: string;
  readonly words: LeaderMessages | WeekMessages;
}

/** Takes the place of the verdict. */
export function PeriodWithoutSurvey({ period, time, openedOn, words }: PeriodWithoutSurveyProps) {
  const isFuture = time === 'future';
  const say = isFuture ? words.future : words.beforeOpening;
  return (
    <section class="verdict verdict-none" aria-labelledby="verdict">
      <h2 id="verdict">{say.heading}</h2>
      <p>{say.text(formatDay(isFuture ? period.from : openedOn, 'vi'))}</p>
    </section>
  );
}
