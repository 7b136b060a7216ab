import { clockVi } from '../../../web/messages/clock.vi.ts';
import { confirmClock } from '../../clock/confirm-clock.ts';
import type { Context } from '../../context.ts';
import { dayOf, isDay } from '../../lib/day.ts';

/** Exit code 1 when the machine shows another day. */
export async function confirmClockCommand(
  context: Context,
  day: string,
  print: (line: string) => void,
): Promise<number> {
  if (isDay(day) && (await confirmClock(context, null, day))) {
    print(clockVi.confirmed);
    return 0;
  }
  const shown = context.clock.doubt()?.shown ?? context.clock.now();
  print(clockVi.differs(dayOf(shown)));
  return 1;
}
