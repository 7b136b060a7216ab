import type { ExternalFigureView } from './report-view.ts';

/** A condition of the official start; `value`: what meets it, null: it is missing. */
export interface StartConditionView {
  readonly id: string;
  readonly value: string | null;
}

/** Current values of the settings. Days are `YYYY-MM-DD`, null: not set. */
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
  /** Day of the text about what was changed after comments. */
  readonly improvedOn: string | null;
  readonly commentMonths: number;
  readonly apiKeys: number;
  readonly actsToday: number;
}
