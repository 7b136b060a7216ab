import { formatDay, formatSpan } from '../formatting/dates.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { QuietDaysView } from '../types/report-view.ts';

interface QuietDaysProps {
  readonly quiet: QuietDaysView;
  readonly words: FigureMessages;
}

export function QuietDays({ quiet, words: { locale, results } }: QuietDaysProps) {
  const words = results.reliability;
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
