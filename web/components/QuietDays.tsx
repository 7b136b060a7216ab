import { formatDay, formatSpan } from '../formatting/dates.ts';
import { reliabilityMessages } from '../messages/reliability.ts';
import type { Locale } from '../types/locale.ts';

/** Working days of a period that are over, and those of them without any ballot; days are `YYYY-MM-DD`. */
export interface QuietDaysView {
  readonly working_days: number;
  readonly days: number;
  readonly spans: readonly { readonly from: string; readonly to: string; readonly days: number }[];
}

interface QuietDaysProps {
  readonly quiet: QuietDaysView;
  readonly locale: Locale;
}

/** On which working days nobody answered, or nobody was asked. */
export function QuietDays({ quiet, locale }: QuietDaysProps) {
  const words = reliabilityMessages(locale);
  return (
    <section aria-labelledby="quiet-days">
      <h2 id="quiet-days">{words.quietHeading}</h2>
      {quiet.days === 0 ? (
        <p>{quiet.working_days === 0 ? words.quietUnknown : words.quietNone(quiet.working_days)}</p>
      ) : (
        <>
          <p>{words.quietSome(quiet.days, quiet.working_days)}</p>
          <ul>
            {quiet.spans.map(({ from, to, days }) => (
              <li key={from}>
                {from === to ? formatDay(from, locale) : words.span(formatSpan(from, to, locale), days)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
