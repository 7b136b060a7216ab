import { disclose } from '../../server/disclosure/disclose.ts';
import {
  type DisclosureInput,
  type ReleasedCells,
  releaseCells,
} from '../../server/disclosure/released-cells.ts';
import { type ShownCounts, sumShownCounts } from '../../server/disclosure/shown-counts.ts';
import { quartersOf } from '../../server/period/atoms.ts';
import { isClosed } from '../../server/period/period.ts';

/** What may be shown of any period, a sum of quarters too, as a report's reader puts it together. */
export function disclosePeriod(input: DisclosureInput): ShownCounts {
  const quarters = quartersOf(input.period);
  if (quarters.length === 0) return disclose(input, null);
  const parts = quarters.map((period) => disclose({ ...input, period }, null));
  return sumShownCounts(parts, isClosed(input.period, input.now));
}

/** All cells that its figures are added up from; a cell may come once from each quarter. */
export function listReleasedCells(input: DisclosureInput): ReleasedCells['cells'] {
  const quarters = quartersOf(input.period);
  const periods = quarters.length === 0 ? [input.period] : quarters;
  return periods.flatMap((period) => releaseCells({ ...input, period }).cells);
}
