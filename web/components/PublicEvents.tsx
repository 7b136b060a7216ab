import { formatDay, formatSpan } from '../formatting/dates.ts';
import { type NumberChange, type NumberStem, sayNumberLine } from '../formatting/number-lines.ts';
import { type RuleEvent, sayRuleEvent } from '../formatting/rule-events.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { Localised } from '../types/survey-view.ts';

/** A public event; days in `params` are `YYYY-MM-DD`. */
interface Line<Kind, Params> {
  readonly day: string;
  readonly kind: Kind;
  readonly params: Params;
}

/** `counters` null: all counters. */
interface SurveyAt {
  readonly since: string;
  readonly counters: readonly string[] | null;
  readonly survey: { readonly id: string; readonly version: number; readonly title: Localised };
}

/** How many numbers of transactions were corrected, and their sums before and after. */
interface CorrectedTransactions {
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  readonly before: number;
  readonly after: number;
}

/** The setting that chose whose ballots the main figure counts no longer exists, but its events stay public. */
type HeadlineName = 'all' | 'single-use';

export type PublicEventView =
  /** Day of the restored backup; null: unknown. */
  | Line<'restored', { readonly copied_on: string | null }>
  | Line<'unit-renamed' | 'counter-renamed', { readonly from: string; readonly to: string }>
  | Line<'counter-opened' | 'counter-closed' | 'counter-reopened', { readonly counter: string }>
  | Line<'counter-merged', { readonly counter: string; readonly into: string }>
  | Line<`${NumberStem}-${'changed' | 'withdrawn'}`, NumberChange>
  | Line<
      'headline-changed',
      { readonly since: string; readonly from: HeadlineName; readonly to: HeadlineName }
    >
  | Line<
      'suggestion-tick-changed',
      { readonly since: string; readonly from: 'off' | 'on'; readonly to: 'off' | 'on' }
    >
  | Line<'survey-changed' | 'survey-withdrawn', SurveyAt>
  | ({ readonly day: string } & RuleEvent)
  | Line<'transactions-corrected', CorrectedTransactions>
  | Line<'official-start', { readonly from: string; readonly to: string; readonly erased: number }>
  | Line<'trial-extended', { readonly until: string | null }>
  | Line<'trial-restored', { readonly copied_on: string | null }>
  /** The first day whose data do not match its seal. */
  | Line<'seal-differs', { readonly from: string }>
  | Line<'seals-voided', { readonly from: string; readonly to: string; readonly reports: number }>;

interface PublicEventsProps {
  /** Oldest first. */
  readonly events: readonly PublicEventView[];
  readonly words: FigureMessages;
}

export function PublicEvents({ events, words }: PublicEventsProps) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">{words.events.heading}</h2>
      {events.length === 0 ? (
        <p>{words.events.none}</p>
      ) : (
        <ul>
          {events.toReversed().map((event, index) => (
            <li key={events.length - index}>{sayEvent(event, words)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sayEvent(event: PublicEventView, figures: FigureMessages): string {
  const { events: words, locale } = figures;
  const day = formatDay(event.day, locale);
  switch (event.kind) {
    case 'restored': {
      const { copied_on } = event.params;
      return copied_on === null
        ? words.restoredUnknown(day)
        : words.restored(day, formatDay(copied_on, locale));
    }
    case 'unit-renamed':
      return words.unitRenamed(day, event.params.from, event.params.to);
    case 'counter-opened':
      return words.counterOpened(day, event.params.counter);
    case 'counter-renamed':
      return words.counterRenamed(day, event.params.from, event.params.to);
    case 'counter-closed':
      return words.counterClosed(day, event.params.counter);
    case 'counter-reopened':
      return words.counterReopened(day, event.params.counter);
    case 'counter-merged':
      return words.counterMerged(day, event.params.counter, event.params.into);
    case 'headline-changed':
      return words.headlineChanged(
        day,
        formatDay(event.params.since, locale),
        words.headlines[event.params.from],
        words.headlines[event.params.to],
      );
    case 'suggestion-tick-changed': {
      const { since, to } = event.params;
      return (to === 'on' ? words.suggestionTickOn : words.suggestionTickOff)(day, formatDay(since, locale));
    }
    case 'survey-changed':
    case 'survey-withdrawn': {
      const { since, counters, survey } = event.params;
      const name = words.survey(survey.title[locale], survey.id, survey.version);
      const say = event.kind === 'survey-changed' ? words.surveyChanged : words.surveyWithdrawn;
      return say(day, formatDay(since, locale), counters, name);
    }
    case 'transactions-corrected': {
      const { from, to, entries, before, after } = event.params;
      return words.transactionsCorrected(day, formatSpan(from, to, locale), entries, before, after);
    }
    case 'rules-begun':
    case 'rule-changed':
    case 'rule-withdrawn':
    case 'rule-learned':
      return sayRuleEvent(event, day, figures);
    case 'official-start': {
      const { from, to, erased } = event.params;
      return words.officialStart(day, formatSpan(from, to, locale), erased);
    }
    case 'trial-extended': {
      const { until } = event.params;
      return words.trialExtended(day, until && formatDay(until, locale));
    }
    case 'trial-restored':
      return words.trialRestored(day);
    case 'seal-differs':
      return words.sealDiffers(day, formatDay(event.params.from, locale));
    case 'seals-voided': {
      const { from, to, reports } = event.params;
      return words.sealsVoided(day, formatSpan(from, to, locale), reports);
    }
    default: {
      const stem = event.kind.replace(/-(changed|withdrawn)$/, '') as NumberStem;
      return sayNumberLine(stem, event.params, day, figures);
    }
  }
}
