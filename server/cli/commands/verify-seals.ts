import { sealCheckVi } from '../../../web/messages/seal-check.vi.ts';
import type { Context } from '../../context.ts';
import { dayOf } from '../../lib/day.ts';
import { checkReportedSeals } from '../../reporting/check-reported-seals.ts';
import { shortSeal } from '../../seal/seal.ts';
import { type SealFault, verifySeals } from '../../seal/verify-seals.ts';
import { listUnits } from '../../unit/unit.store.ts';

export const describeFault = (fault: SealFault): string =>
  sealCheckVi.faults[fault.kind]?.(fault) ?? fault.kind;

/** Prints the first day of each unit whose seal differs. Exit code 1 if there is one. */
export async function verifySealsCommand(
  { db, surveys, clock }: Context,
  print: (line: string) => void,
): Promise<number> {
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
}
