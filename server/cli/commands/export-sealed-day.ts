import { sealCheckVi } from '../../../web/messages/seal-check.vi.ts';
import type { Context } from '../../context.ts';
import { isDay } from '../../lib/day.ts';
import { exportDay } from '../../seal/export-day.ts';
import { listUnits } from '../../unit/unit.store.ts';

/** Where lines go: what is exported into a file, what is said of it to whoever stands there. */
export interface ExportOutput {
  readonly print: (line: string) => void;
  readonly explain: (line: string) => void;
}

/**
 * Prints a sealed day's ballots and tallies, the lines that its digest was made of and nothing else. Exit
 * code 1 where the day is not sealed, 2 where there is no such day or unit.
 */
export async function exportSealedDayCommand(
  { db }: Context,
  day: string,
  unitCode: string | null,
  { print, explain }: ExportOutput,
): Promise<number> {
  const units = await listUnits(db);
  const unit = unitCode === null ? units[0] : units.find(({ code }) => code === unitCode);
  if (!isDay(day) || !unit) {
    explain(isDay(day) ? sealCheckVi.unitUnknown(unitCode ?? '') : sealCheckVi.badDay(day));
    return 2;
  }
  const lines = await exportDay(db, unit.code, day);
  if (lines === null) {
    explain(sealCheckVi.notSealed(day));
    return 1;
  }
  for (const line of lines) print(line);
  return 0;
}
