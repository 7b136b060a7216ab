import type { TrialView } from '../../web/types/trial.ts';
import { addDays, type Day } from '../lib/day.ts';
import type { Database } from '../storage/schema.ts';

export type Installation = Database['installation'];

/** Days of a trial, the day of its first ballot included. It can be extended once, by as many days. */
const TRIAL_DAYS = 30;

/** null after the official start. */
export function trialOn(
  today: Day,
  installation: Pick<Installation, 'official_since' | 'extended_on'> | undefined,
  firstBallot: Day | null,
): TrialView | null {
  if (installation === undefined || installation.official_since !== null) return null;
  const isExtended = installation.extended_on !== null;
  const lastDay = firstBallot && addDays(firstBallot, (isExtended ? 2 : 1) * TRIAL_DAYS - 1);
  return { firstDay: firstBallot, lastDay, isExtended, isOver: lastDay !== null && today > lastDay };
}

/** `trial_record` of reports; null before the official start, and if there was no trial. */
export function trialRecord(
  installation: Installation | undefined,
): { readonly from: Day; readonly to: Day; readonly erased: number } | null {
  if (!installation) return null;
  const { trial_from: from, trial_to: to, trial_erased: erased } = installation;
  return from === null || to === null || erased === null ? null : { from, to, erased };
}

/** Whether a form was shown before the official start. An installation without a trial has no such forms. */
export const isTrialForm = (
  { official_since, trial_erased }: Pick<Installation, 'official_since' | 'trial_erased'>,
  issuedAt: Date,
): boolean => official_since !== null && trial_erased !== null && issuedAt <= new Date(official_since);
