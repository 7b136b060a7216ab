import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findProjectRoot } from '../../server/lib/project-root.ts';
import { type FilledOffice, OFFICE_DAYS } from './fill-office.ts';
import { peakResidentBytes } from './process-use.ts';
import { programPath } from './program-path.ts';

/** Cost of an export in a child process, including the start of the process. */
export interface ExportUse {
  readonly seconds: number;
  /** Peak resident memory in megabytes; 0 if unknown. */
  readonly mostMb: number;
}

/** Exports all sealed days as an administrator would, and discards the output. */
export const exportOffice = (office: FilledOffice): Promise<ExportUse> => finish(startExport(office));

/** Exports the same ballots with a minimal program, to which our export is compared. */
export function exportBare(office: FilledOffice): Promise<ExportUse> {
  const settings = { BENCH_DATABASE: join(office.dataDir, 'hailong.sqlite') };
  return finish(start([programPath('bare-export')], settings));
}

/** Exports an office again and again until `stop` is called. */
export function startExports(office: FilledOffice): { stop(): Promise<void> } {
  let running = startExport(office);
  let isStopping = false;
  const work = async (): Promise<void> => {
    while (!isStopping) {
      const [code] = (await once(running, 'exit')) as [number | null];
      if (isStopping) return;
      if (code !== 0) throw new Error(`an export ended with ${code}`);
      running = startExport(office);
    }
  };
  const done = work();
  // Prevents an unhandled rejection: the error is thrown by `stop`.
  done.catch(() => {});
  return {
    async stop() {
      isStopping = true;
      running.kill('SIGTERM');
      await done;
    },
  };
}

const startExport = ({ dataDir }: FilledOffice): ChildProcess =>
  start([join(findProjectRoot(), 'dist', 'server', 'cli', 'hailong.js'), 'seal', 'export', OFFICE_DAYS], {
    DATA_DIR: dataDir,
  });

const start = (args: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

async function finish(child: ChildProcess): Promise<ExportUse> {
  const began = performance.now();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, peakResidentBytes(child.pid as number) ?? 0);
  }, 20);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`an export ended with ${code}`);
  return { seconds: (performance.now() - began) / 1_000, mostMb: most / 1_000_000 };
}
