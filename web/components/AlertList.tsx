import { sayAlert } from '../formatting/alert-sentences.ts';
import { alertMessages } from '../messages/alerts.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Locale } from '../types/locale.ts';
import type { AlertView } from '../types/report-view.ts';

interface AlertListProps {
  readonly alerts: readonly AlertView[];
  /** Names of counters by code. */
  readonly counterNames: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

/** What only later data show, each with its arithmetic; a line where there is nothing. */
export function AlertList({ alerts, counterNames, locale }: AlertListProps) {
  const words = alertMessages(locale);
  const channelNames = staffMessages(locale).channels.names;
  if (alerts.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <p>{words.intro}</p>
      <ul class="alerts">
        {alerts.map((alert) => {
          const { counter } = alert.params;
          const { when, finding, arithmetic, chance, reasons } = sayAlert(alert, channelNames, locale);
          const where = typeof counter === 'string' ? (counterNames[counter] ?? counter) : words.wholeUnit;
          return (
            <li key={`${alert.id} ${where} ${when} ${finding}`}>
              <p class="alert-place">
                <strong>{where}</strong>, {when}
              </p>
              <p>{finding}</p>
              <details>
                <summary>{words.more}</summary>
                <p>
                  {arithmetic} {chance}
                </p>
                {reasons === null ? null : <p>{reasons}</p>}
              </details>
            </li>
          );
        })}
      </ul>
    </>
  );
}
