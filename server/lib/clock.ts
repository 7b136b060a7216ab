import { uptime } from 'node:os';

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

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
