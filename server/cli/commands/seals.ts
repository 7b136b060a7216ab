import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sealCheckVi } from '../../../web/messages/seal-check.vi.ts';
import type { Context } from '../../context.ts';
import { addDays, type Day, dayOf, daysBetween, isDay, listDays } from '../../lib/day.ts';
import { checkReportedSeals } from '../../reporting/close-periods.ts';
import { exportDays } from '../../seal/read-day.ts';
import { listSeals } from '../../seal/seal.store.ts';
import { type DaySeal, shortSeal } from '../../seal/seal.ts';
import { type SealFault, verifySeals } from '../../seal/verify-seals.ts';
import { listUnits } from '../../unit/unit.store.ts';
import type { Command } from '../parse-command.ts';

export const describeFault = (fault: SealFault): string =>
  sealCheckVi.faults[fault.kind]?.(fault) ?? fault.kind;

/** Prints, for each unit, the first day whose data differ from its seal. Exit code 1 if there is one. */
export const verifySealsCommand: Command = async ({ db, surveys, clock }, _, print) => {
  let isFaulty = false;
  let isSealed = false;
  for (const { code } of await listUnits(db)) {
    const { first, last, days, fault: found } = await verifySeals(db, surveys, code, dayOf(clock.now()));
    const fault = found ?? (await checkReportedSeals(db, code));
    if (fault) {
      isFaulty = true;
      print(sealCheckVi.differs(code, describeFault(fault)));
      print(sealCheckVi.onlyFirst);
    } else if (first === null || !last) {
      print(sealCheckVi.none(code));
    } else {
      isSealed = true;
      print(sealCheckVi.agrees(code, days, first, last.day));
      print(sealCheckVi.last(last.day, shortSeal(last.chain), last.chain));
    }
  }
  if (isSealed) print(sealCheckVi.compare);
  return isFaulty ? 1 : 0;
};

interface ExportOutput {
  /** Output of the export; ended after the last line. */
  readonly lines: Writable;
  readonly explain: (line: string) => void;
  readonly progress: ((line: string) => void) | null;
}

/**
 * Writes the lines over which the seals of a day (`2024-01-29`) or range (`2024-01-15..2024-02-14`) are computed.
 * Applies back-pressure, so at most some thousand ballots are in memory. Exit code 1 when a day is not sealed (all
 * other days are written) or the reader closed the output; 2 for an invalid day, range or unit.
 */
export async function exportSealedDaysCommand(
  { db }: Context,
  text: string,
  unitCode: string | null,
  { lines, explain, progress }: ExportOutput,
): Promise<number> {
  const span = parseSpan(text);
  if (span === null) {
    explain(text.includes('..') ? sealCheckVi.badRange(text) : sealCheckVi.badDay(text));
    return 2;
  }
  const units = await listUnits(db);
  const unit = unitCode === null ? units[0] : units.find(({ code }) => code === unitCode);
  if (!unit) {
    explain(sealCheckVi.unitUnknown(unitCode ?? ''));
    return 2;
  }
  const seals = await listSeals(db, unit.code, span.from, span.to);
  const unsealed = listUnsealed(span, seals);
  for (const { from, to } of unsealed)
    explain(from === to ? sealCheckVi.notSealed(from) : sealCheckVi.notSealedRange(from, to));
  if (seals.length === 0) return 1;

  const all = seals.reduce((sum, { ballots }) => sum + ballots, 0);
  const watch = progress === null ? null : startExportProgress(all, progress);
  const days = seals.map(({ day }) => day);
  try {
    await pipeline(async function* () {
      for await (const { text: part, ballots } of exportDays(db, unit.code, days)) {
        yield part;
        watch?.add(ballots);
      }
    }, lines);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return 1;
    if (syscall !== 'write') throw error;
    explain(sealCheckVi.exportBroken((error as Error).message));
    return 1;
  }
  watch?.finish();
  return unsealed.length === 0 ? 0 : 1;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Longest range of an export, about ten years. */
const MAX_DAYS = 3660;

function parseSpan(text: string): Span | null {
  if (isDay(text)) return { from: text, to: text };
  const [from = '', to = '', ...rest] = text.split('..');
  if (rest.length > 0 || !isDay(from) || !isDay(to)) return null;
  return from <= to && daysBetween(from, to) < MAX_DAYS ? { from, to } : null;
}

/** Days of the range without a seal, as spans of consecutive days. */
function listUnsealed({ from, to }: Span, seals: readonly DaySeal[]): Span[] {
  const sealed = new Set(seals.map(({ day }) => day));
  const spans: { from: Day; to: Day }[] = [];
  for (const day of listDays(from, to)) {
    if (sealed.has(day)) continue;
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}

const INTERVAL_MS = 1_000;

/**
 * Prints progress at the start and at each new percentage, at most once a second. `all`: number of ballots
 * according to the seals.
 */
export function startExportProgress(
  all: number,
  print: (line: string) => void,
  now: () => number = () => performance.now(),
) {
  let done = 0;
  let printed = -1;
  let printedAt = 0;
  const say = (percent: number): void => {
    print(sealCheckVi.exported(done, all, percent));
    printed = percent;
    printedAt = now();
  };
  say(all === 0 ? 100 : 0);
  return {
    add(ballots: number): void {
      done += ballots;
      // Stays below 100 % until the end, even if the numbers in the seals are too low.
      const percent = Math.min(99, Math.floor((100 * done) / Math.max(1, all)));
      if (percent > printed && now() - printedAt >= INTERVAL_MS) say(percent);
    },
    finish(): void {
      if (printed < 100) say(100);
    },
  };
}
