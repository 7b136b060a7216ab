import { sayAlert } from '../formatting/alert-sentences.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { AlertView } from '../types/report-view.ts';

interface AlertListProps {
  readonly alerts: readonly AlertView[];
  readonly counterNames: Readonly<Record<string, string>>;
  readonly words: FigureMessages;
}

export function AlertList({ alerts, counterNames, words }: AlertListProps) {
  const { intro, wholeUnit, more } = words.alerts;
  return (
    <>
      <p>{intro}</p>
      <ul class="alerts">
        {alerts.map((alert) => {
          const { counter } = alert.params;
          const { when, finding, arithmetic, chance, reasons } = sayAlert(alert, words);
          const where = typeof counter === 'string' ? (counterNames[counter] ?? counter) : wholeUnit;
          return (
            <li key={`${alert.id} ${where} ${when} ${finding}`}>
              <p class="alert-place">
                <strong>{where}</strong>, {when}
              </p>
              <p>{finding}</p>
              <details>
                <summary>{more}</summary>
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
