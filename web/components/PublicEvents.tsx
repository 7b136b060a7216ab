import { formatDay } from '../formatting/dates.ts';
import type { Locale } from '../formatting/numbers.ts';
import { publicEventMessages } from '../messages/public-events.ts';

/** A dated line that everybody may read, as the server keeps it; days are `YYYY-MM-DD`. */
export type PublicEventView = {
  readonly day: string;
  readonly kind: 'restored';
  /** The day of the copy; null where it is not known. */
  readonly params: { readonly copied_on: string | null };
};

interface PublicEventsProps {
  /** In the order in which they were written. */
  readonly events: readonly PublicEventView[];
  readonly locale: Locale;
}

/** What was done that shapes the figures or the data behind them, the latest first. */
export function PublicEvents({ events, locale }: PublicEventsProps) {
  const words = publicEventMessages(locale);
  return (
    <section aria-labelledby="events">
      <h2 id="events">{words.heading}</h2>
      {events.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul>
          {events.toReversed().map((event, index) => (
            <li key={events.length - index}>{sayEvent(event, locale)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sayEvent(event: PublicEventView, locale: Locale): string {
  const words = publicEventMessages(locale);
  const day = formatDay(event.day, locale);
  switch (event.kind) {
    case 'restored': {
      const { copied_on } = event.params;
      return copied_on === null
        ? words.restoredUnknown(day)
        : words.restored(day, formatDay(copied_on, locale));
    }
  }
}
