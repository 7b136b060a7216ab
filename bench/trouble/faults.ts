import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteConnection from 'better-sqlite3';
import postgres from 'pg';
import type { DatabaseProxy } from '../../test/helpers/database-proxy.ts';

/** Causes a fault for some time; resolves when the fault is over. */
export type Fault = () => Promise<void>;
export type Faults = Readonly<Record<string, Fault>>;

const between = (low: number, high: number): number => low + Math.random() * (high - low);
const SECOND = 1_000;

/** Mounts a small disk in memory; false if this process may not mount. */
export const mountDisk = (folder: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', folder]).status === 0;

export const unmountDisk = (folder: string): void => void spawnSync('umount', ['-l', folder]);

export function sqliteFaults(folder: string, isOwnDisk: boolean): Faults {
  const hold = async () => {
    const other = new SqliteConnection(join(folder, 'hailong.sqlite'), { timeout: 100 });
    try {
      other.exec('begin immediate');
      await wait(between(0.1, 8) * SECOND);
      other.exec('rollback');
    } catch {
      // The server itself held the lock beyond the timeout, so this time there is no fault.
    } finally {
      other.close();
    }
  };
  const fill = async () => {
    const filler = join(folder, 'filler');
    const { bavail, bsize } = statfsSync(folder);
    try {
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    } catch {
      // Expected: the disk is full now.
    }
    await wait(between(1, 10) * SECOND);
    rmSync(filler, { force: true });
  };
  return { 'lock holder': hold, ...(isOwnDisk ? { 'full disk': fill } : {}) };
}

export function postgresFaults(proxy: DatabaseProxy, url: string): Faults {
  const during = async (begin: () => unknown, seconds: number) => {
    await begin();
    await wait(seconds * SECOND);
    await proxy.restore();
  };
  return {
    cut: async () => proxy.cut(),
    freeze: () => during(() => proxy.freeze(), between(1, 12)),
    refuse: () => during(() => proxy.refuse(), between(0.5, 8)),
    async 'locked table'() {
      const client = new postgres.Client({ connectionString: url });
      await client.connect();
      await client.query('begin; lock table ballot_box in access exclusive mode');
      await wait(between(1, 8) * SECOND);
      await client.query('rollback');
      await client.end();
    },
  };
}

const DAY = 86_400_000;

/** Sets the time of the faked machine, which the server reads from `file`. */
export function clockFaults(file: string): Faults {
  const machine = { slept: 0, wrong: 0 };
  const write = () => writeFileSync(file, JSON.stringify(machine));
  let settledAt = 0;
  write();
  return {
    async 'wrong clock'() {
      // Within about a minute after a sleep the nightly job settles the past days; the clock must not jump before that.
      if (performance.now() < settledAt) return;
      const jumps = [365 * DAY, 40 * DAY, 3 * DAY, 5 * 60_000, -3 * DAY, Date.UTC(2000, 0, 1) - Date.now()];
      machine.wrong = jumps[Math.floor(Math.random() * jumps.length)] as number;
      write();
      await wait(between(2, 20) * SECOND);
      machine.wrong = 0;
      write();
    },
    async 'sleep of a day'() {
      machine.slept += DAY;
      settledAt = performance.now() + 75 * SECOND;
      write();
    },
  };
}

/** Causes random faults one after the other until `end`, on average every `calm` seconds; returns how often each. */
export async function makeTrouble(
  faults: Faults,
  calm: number,
  end: number,
): Promise<Record<string, number>> {
  const names = Object.keys(faults);
  const counts = Object.fromEntries(names.map((name) => [name, 0]));
  while (performance.now() < end) {
    const name = names[Math.floor(Math.random() * names.length)] as string;
    counts[name] = (counts[name] ?? 0) + 1;
    await faults[name]?.();
    await wait(between(0.2, 2 * calm) * SECOND);
  }
  return counts;
}
