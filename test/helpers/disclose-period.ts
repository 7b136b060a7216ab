import { disclose } from '../../server/disclosure/disclose.ts';
import {
  type DisclosureInput,
  type ReleasedCells,
  releasePeriod,
} from '../../server/disclosure/released-cells.ts';
import { type ShownCounts, sumShownCounts } from '../../server/disclosure/shown-counts.ts';
import { quartersOf } from '../../server/period/atoms.ts';
import { isClosed } from '../../server/period/period.ts';

/** What may be shown of any period, a sum of quarters included, as the report's reader computes it. */
export function disclosePeriod(input: DisclosureInput): ShownCounts {
  const quarters = quartersOf(input.period);
  if (quarters.length === 0) return disclose(input, null);
  const parts = quarters.map((period) => disclose({ ...input, period }, null));
  return sumShownCounts(parts, isClosed(input.period, input.now));
}

/** All cells that its figures are summed from; a cell may occur once per quarter. */
export function listReleasedCells(input: DisclosureInput): ReleasedCells['cells'] {
  const quarters = quartersOf(input.period);
  const periods = quarters.length === 0 ? [input.period] : quarters;
  return periods.flatMap((period) => releasePeriod({ ...input, period }).cells);
}
