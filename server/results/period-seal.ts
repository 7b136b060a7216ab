import type { PeriodSeal } from '../../web/types/leader-view.ts';
import type { Report } from '../reporting/report.v1.ts';
import { shortSeal } from '../seal/seal.ts';

/** A period's report, as pages take it. */
export interface PeriodReport {
  readonly report: Report;
}

/** Null when no day of the report is sealed. */
export function findPeriodSeal({ seal }: Report): PeriodSeal | null {
  const last = seal?.days.at(-1);
  return last === undefined ? null : { day: last.day, short: shortSeal(last.chain) };
}
