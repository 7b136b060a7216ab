import { uptime } from 'node:os';

/** Source of the current time; tests and the demo use their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The time sources of a machine. Only `now` can be set wrong. */
export interface MachineTime extends Clock {
  /** Since an arbitrary moment; may stop while the machine sleeps. Cheap to read. */
  monotonicMs(): number;
  /** Since the machine's start, sleep included. */
  uptimeMs(): number;
}

export const machineTime: MachineTime = {
  ...systemClock,
  monotonicMs: () => performance.now(),
  uptimeMs: () => uptime() * 1000,
};
