import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programPath } from './program-path.ts';

export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** Codes of the counters whose surveys the server has; empty for a bare server. */
  readonly counterCodes: readonly string[];
  /** Milliseconds from the start of the process until the server listened. */
  readonly startedMs: number;
  stop(): Promise<void>;
}

/** Longest start: the machine may be busy, and the first nightly job may have much to do. */
const PATIENCE_MS = 300_000;

/** Resolves once the program has printed its port. */
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
      // The load generator sends a different client address with each ballot.
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
      // A server prints the line about Ctrl+C last, when it has started.
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
