import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { programPath } from './program-path.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** Codes of the counters whose surveys it serves; none of a bare server. */
  readonly counterCodes: readonly string[];
  /** Milliseconds from its start till it said that it listens. */
  readonly startedMs: number;
  stop(): Promise<void>;
}

/** Long enough for a busy machine and a first turn of daily work on much data. */
const PATIENCE_MS = 300_000;

/** Starts a program of the benchmarks that serves, and resolves once it has printed its port and how to stop. */
export async function startProgram(
  name: 'office' | 'bare',
  settings: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, [programPath(name)], {
    env: {
      PATH: process.env.PATH ?? '',
      LANG: 'C.UTF-8',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      // Every ballot comes from a network of its own, as the load says.
      TRUSTED_PROXIES: '1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const exited = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} did not start:\n${printed}`)), PATIENCE_MS);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${printed}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      // How to stop is the last thing that is printed.
      if (!printed.includes('Ctrl+C')) return;
      clearTimeout(timer);
      resolve();
    });
  });
  const port = Number(/http:\/\/localhost:(\d+)/.exec(printed)?.[1]);
  return {
    pid: child.pid as number,
    port,
    counterCodes: [...printed.matchAll(/\/k\/([2-9a-z]{5})/g)].map(([, code]) => code as string),
    startedMs: performance.now() - began,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Processor time that a process has used so far, in milliseconds; null where the system does not tell. */
export function processorMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    // In ticks of a hundredth of a second, whatever the kernel's own clock.
    return (Number(user) + Number(system)) * 10;
  } catch {
    return null;
  }
}

/** Resident memory of a process in bytes; null where the system does not tell. */
export function residentBytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
  } catch {
    return null;
  }
}
