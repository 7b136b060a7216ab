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
    /** Advances the time by hours. */
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
    /** Sets the machine's clock. */
    show(next: string) {
      wall = Date.parse(next);
    },
    /** The machine after a restart, with the same time. */
    restarted: () => createMachine(new Date(wall).toISOString()),
  };
}
