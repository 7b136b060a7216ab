import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What every benchmark can be told on its command line. */
export interface BenchOptions {
  /** How long one measurement lasts. */
  readonly seconds: number;
  /** How often each is repeated, in turns with its ceiling. */
  readonly repeats: number;
  /** How long `soak` goes on. */
  readonly minutes: number;
  /** Also with ten million ballots. */
  readonly isLarge: boolean;
  /** Whether filled offices stay in the folder for the next run. */
  readonly isKept: boolean;
  /** Where databases lie while it runs; a folder on the disk that is to be measured. */
  readonly folder: string;
}

/**
 * Reads `--seconds N --repeats N --minutes N --large --keep --folder PATH`.
 * @throws Error for anything else.
 */
export function parseOptions(
  args: readonly string[],
  defaults: { readonly seconds?: number; readonly repeats?: number } = {},
): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string' },
      repeats: { type: 'string' },
      minutes: { type: 'string' },
      large: { type: 'boolean' },
      keep: { type: 'boolean' },
      folder: { type: 'string' },
    },
  });
  const number = (name: 'seconds' | 'repeats' | 'minutes', fallback: number): number => {
    const value = values[name] === undefined ? fallback : Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} is a number above 0`);
    return value;
  };
  return {
    seconds: number('seconds', defaults.seconds ?? 3),
    repeats: number('repeats', defaults.repeats ?? 5),
    minutes: number('minutes', 10),
    isLarge: values.large ?? false,
    isKept: values.keep ?? false,
    folder: values.folder ?? tmpdir(),
  };
}

/** Runs `work` with a new folder, which is taken away afterwards. */
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
