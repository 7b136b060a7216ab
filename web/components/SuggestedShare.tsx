import { formatCount, formatShare } from '../formatting/numbers.ts';
import { suggestionMessages } from '../messages/suggestion.ts';
import type { Locale } from '../types/locale.ts';
import type { SuggestedView } from '../types/report-view.ts';

interface SuggestedShareProps {
  /** Left out or null: the forms of the period did not ask. */
  readonly suggested: SuggestedView | null | undefined;
  readonly locale: Locale;
}

/** How many ballots say that somebody suggested their answers, in sentences. */
export function SuggestedShare({ suggested, locale }: SuggestedShareProps) {
  if (!suggested) return null;
  const words = suggestionMessages(locale).share;
  return (
    <>
      <p>{saySuggested(suggested, locale)}</p>
      <p class="soft">{words.note}</p>
    </>
  );
}

function saySuggested({ asked, ticked, suppressed }: SuggestedView, locale: Locale): string {
  const words = suggestionMessages(locale).share;
  if (suppressed || asked === null || ticked === null) return words.hidden;
  const of = formatCount(asked, locale);
  if (ticked === 0) return words.none(of);
  return words.some(formatCount(ticked, locale), of, formatShare(ticked, asked, null, locale));
}
