import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BenchOptions, inFolder } from '../figures/options.ts';
import { logLine } from '../figures/record.ts';
import { type FilledOffice, fillOffice } from './fill-office.ts';

/**
 * Calls `work` with an office of `ballots` ballots. Uses the one in `--folder` if an earlier run with
 * `--keep` left it there.
 */
export async function inOffice(
  options: BenchOptions,
  ballots: number,
  work: (office: FilledOffice) => Promise<void>,
): Promise<void> {
  const note = join(options.folder, `hai-long-bench-office-${ballots}`, 'office.json');
  if (existsSync(note)) return work(JSON.parse(readFileSync(note, 'utf8')) as FilledOffice);
  const withPath = async (path: string): Promise<void> => {
    logLine(`  filling an office with ${ballots} ballots`);
    const began = performance.now();
    const office = await fillOffice(path, ballots);
    logLine(`  took ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    if (options.isKept) writeFileSync(note, JSON.stringify(office));
    await work(office);
  };
  await (options.isKept ? withPath(dirname(note)) : inFolder(options, withPath));
}
