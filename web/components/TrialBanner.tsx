import { formatDay } from '../formatting/dates.ts';
import { citizenMessages } from '../messages/citizen.ts';
import { trialVi } from '../messages/trial.vi.ts';
import type { Locale } from '../types/locale.ts';
import type { TrialView } from '../types/trial.ts';

interface TrialBannerProps {
  readonly trial: TrialView;
  readonly locale: Locale;
  readonly isOffice: boolean;
}

/** At the top of every page until the official start. */
export function TrialBanner({ trial, locale, isOffice }: TrialBannerProps) {
  const words = citizenMessages(locale).trial;
  const { lastDay, isOver } = trial;
  const until = lastDay === null ? '' : (isOver ? trialVi.over : trialVi.until)(formatDay(lastDay, 'vi'));
  return (
    <aside class="trial" aria-label={words.mark}>
      <p>
        <b>{words.mark}</b>
        {isOffice ? `${until}. ${trialVi.erased} ` : words.notPublic}
        {isOffice ? <a href="/quan-tri/bat-dau">{trialVi.toStart}</a> : null}
      </p>
    </aside>
  );
}
