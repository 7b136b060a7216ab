import type { JudgedDay } from './history.ts';

/** An alert as far as the simulation needs it. */
export interface SeenAlert {
  /** Which alert, and of which counter: the same one is not counted twice. */
  readonly key: string;
  readonly kind: string;
  /** The place of the working day after which it is shown, from 0. */
  readonly place: number;
}

/** Placeholder until the rules are there. */
export function listAlerts(history: readonly JudgedDay[], days: readonly JudgedDay[]): readonly SeenAlert[] {
  return history.length < 0 ? [{ key: '', kind: '', place: days.length }] : [];
}

export function firstAlertDay(
  history: readonly JudgedDay[],
  days: readonly JudgedDay[],
  start: number,
  quiet: readonly SeenAlert[],
): { readonly after: number | null; readonly alerts: readonly string[] } {
  const known = new Set(quiet.map(({ key, place }) => `${key} ${place}`));
  const own = listAlerts(history, days).filter(
    ({ key, place }) => place >= start && !known.has(`${key} ${place}`),
  );
  const first = Math.min(...own.map(({ place }) => place));
  return own.length === 0
    ? { after: null, alerts: [] }
    : {
        after: first - start + 1,
        alerts: own.filter(({ place }) => place === first).map(({ kind }) => kind),
      };
}
