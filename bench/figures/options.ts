import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly seconds: number;
  readonly repeats: number;
  /** Duration of the benchmarks `soak` and `trouble`. */
  readonly minutes: number;
  /** Ballots a second in mixed load; the number of reads is proportional to it. */
  readonly rate: number;
  /** Whether to measure an office with ten million ballots, too. */
  readonly isLarge: boolean;
  /** Whether the databases stay in the folder, so that the next run need not fill them. */
  readonly isKept: boolean;
  /** Folder for the databases, on the disk to be measured. */
  readonly folder: string;
}

/**
 * Reads `--seconds N --repeats N --minutes N --rate N --large --keep --folder PATH`.
 * @throws Error for any other option
 */
export function parseOptions(
  args: readonly string[],
  defaults: { readonly seconds?: number; readonly repeats?: number; readonly minutes?: number } = {},
): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string' },
      repeats: { type: 'string' },
      minutes: { type: 'string' },
      rate: { type: 'string' },
      large: { type: 'boolean' },
      keep: { type: 'boolean' },
      folder: { type: 'string' },
    },
  });
  const number = (name: 'seconds' | 'repeats' | 'minutes' | 'rate', fallback: number): number => {
    const value = values[name] === undefined ? fallback : Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} is a number above 0`);
    return value;
  };
  return {
    seconds: number('seconds', defaults.seconds ?? 3),
    repeats: number('repeats', defaults.repeats ?? 5),
    minutes: number('minutes', defaults.minutes ?? 10),
    rate: number('rate', 500),
    isLarge: values.large ?? false,
    isKept: values.keep ?? false,
    folder: values.folder ?? tmpdir(),
  };
}

/** The folder is temporary unless `--folder` names one. */
export async function inFolder<Result>(
  { folder }: BenchOptions,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const path = mkdtempSync(join(folder, 'hai-long-bench-'));
  try {
    return await work(path);
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}
