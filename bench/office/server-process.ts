import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programPath } from './program-path.ts';

/** A server that runs in a child process. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** Codes of the counters whose surveys the server serves; empty for a bare server. */
  readonly counterCodes: readonly string[];
  /** Milliseconds from the start of the process until it reported that it listens. */
  readonly startedMs: number;
  stop(): Promise<void>;
}

/** Timeout of a start; long enough for a busy machine and the first daily work on much data. */
const PATIENCE_MS = 300_000;

/** Starts a server program of the benchmarks, and resolves once it has printed its port. */
export async function startProgram(
  name: 'office' | 'bare' | 'empty' | 'trouble',
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
      // The load sends a different client address with each ballot.
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
      // The line with Ctrl+C is the last one that a starting server prints.
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
