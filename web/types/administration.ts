import type { ExternalFigureView } from './report-view.ts';

/** `value` says what meets the condition; null: it is not met. */
export interface StartConditionView {
  readonly id: string;
  readonly value: string | null;
}

/** Current values of the settings. Days are `YYYY-MM-DD`; null: not set. */
export interface AdministrationView {
  /** Null after the official start. */
  readonly conditions: readonly StartConditionView[] | null;
  readonly phone: string | null;
  readonly openCounters: number;
  readonly people: number;
  readonly hoursSince: string | null;
  readonly target: number | null;
  readonly minimum: number | null;
  readonly rulesOn: number;
  readonly external: readonly ExternalFigureView[];
  readonly surveys: readonly string[];
  /** Day on which the text about what was changed after comments was written. */
  readonly improvedOn: string | null;
  readonly commentMonths: number;
  readonly apiKeys: number;
  readonly actsToday: number;
}
