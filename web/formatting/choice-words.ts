import { slipMessages } from '../messages/slips.ts';
import { suggestionMessages } from '../messages/suggestion.ts';
import type { Locale } from '../types/locale.ts';

/** The choices that have a page of their own. */
export type ChoiceName = 'headline_figure' | 'suggestion_tick';

/** The sentences of a choice's pages. */
export const choiceWords = (name: ChoiceName, locale: Locale) =>
  name === 'headline_figure' ? slipMessages(locale).headline : suggestionMessages(locale).choice;
