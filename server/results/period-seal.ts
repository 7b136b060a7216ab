import type { Day } from '../lib/day.ts';
import type { Report } from '../reporting/report.v1.ts';
import { shortSeal } from '../seal/seal.ts';

/** The seal of a report's last sealed day in eight letters, for paper; null where no day of it is sealed. */
export function findPeriodSeal({ seal }: Report): { readonly day: Day; readonly short: string } | null {
  const last = seal?.days.at(-1);
  return last === undefined ? null : { day: last.day, short: shortSeal(last.chain) };
}
