import type { MachineTime } from '../../server/lib/clock.ts';

/** A fake machine whose clock can be wrong, and which can sleep. */
export function createMachine(iso: string) {
  let wall = Date.parse(iso);
  let monotonic = 0;
  let uptime = 0;
  const machine: MachineTime = {
    now: () => new Date(wall),
    monotonicMs: () => monotonic,
    uptimeMs: () => uptime,
  };
  return {
    ...machine,
    pass(hours: number) {
      const ms = hours * 3_600_000;
      wall += ms;
      monotonic += ms;
      uptime += ms;
    },
    sleep(hours: number) {
      const ms = hours * 3_600_000;
      wall += ms;
      uptime += ms;
    },
    /** Sets the clock to an instant (ISO 8601), while the uptime stays. */
    show(next: string) {
      wall = Date.parse(next);
    },
    /** The uptime of the new machine begins at 0; its clock goes on. */
    restarted: () => createMachine(new Date(wall).toISOString()),
  };
}
