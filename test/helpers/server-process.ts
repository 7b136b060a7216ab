import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createInstallation } from './installation.ts';

export interface Exit {
  /** Exit code; null after a signal. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface FinishedProgram extends Exit {
  readonly stdout: string;
  readonly stderr: string;
}

export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** URL on the loopback interface. */
  readonly origin: string;
  /** URLs of the counters' surveys, as printed. */
  readonly surveyAddresses: readonly string[];
  /** The counter codes in those URLs. */
  readonly counterCodes: readonly string[];
  /** File with the first administrator's URL, as printed; null if there already is an administrator. */
  readonly firstAdministratorFile: string | null;
  /** Output so far. */
  printed(): string;
  /** Sends SIGTERM and waits for the exit. */
  stop(): Promise<Exit>;
  /** Sends SIGKILL, as abrupt as a power cut, and waits for the exit. */
  kill(): Promise<Exit>;
}

export interface ProgramOptions {
  /** Installation folder; default: a copy of the current build. */
  readonly installation?: string;
  /** Command prefix, such as a tracer. */
  readonly wrapper?: readonly string[];
  /** Called once before the start, with a function that returns the output so far. */
  readonly onOutput?: (printed: () => string) => void;
}

/** Start timeout, long enough for a busy machine: starting takes half a second on an idle one. */
const START_PATIENCE_MS = 40_000;

const running = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of [...running]) {
    const gone = once(child, 'close');
    child.kill('SIGKILL');
    await gone;
  }
});

let ownInstallation: string | null = null;

/** A minimal environment, so that the settings of the test run do not leak in. */
function basicEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];
  const entries = kept.map((name) => [name, process.env[name]] as const);
  return {
    ...Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    LANG: 'C.UTF-8',
  };
}

function spawnProgram(
  entry: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  { installation, wrapper = [] }: ProgramOptions,
): ChildProcess {
  ownInstallation ??= installation ?? createInstallation();
  const folder = installation ?? ownInstallation;
  const [command = process.execPath, ...rest] = [
    ...wrapper,
    process.execPath,
    join(folder, 'server', 'launch.mjs'),
    entry,
    ...args,
  ];
  const child = spawn(command, rest, {
    cwd: folder,
    env: { ...basicEnvironment(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8');
    child[name]?.on('data', (text: string) => {
      written[name] += text;
    });
  }
  return written;
}

/** Runs a built program, such as `main` or `cli/hailong`, until it exits. */
export async function runProgram(
  entry: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  options: ProgramOptions = {},
): Promise<FinishedProgram> {
  const child = spawnProgram(entry, args, settings, options);
  const written = collect(child);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...written };
}

/** Runs a program and closes its output after the first bytes, like `| head`. */
export async function runProgramAndClose(
  entry: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<FinishedProgram> {
  const child = spawnProgram(entry, args, settings, {});
  const written = collect(child);
  child.stdout?.once('data', () => child.stdout?.destroy());
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...written };
}

/**
 * Starts a server on loopback, on a free port unless `settings` name one, and waits until it has printed its URLs.
 * Rejects with its output if it exits before.
 */
export async function startServer(
  settings: Readonly<Record<string, string>>,
  options: ProgramOptions = {},
): Promise<ServerProcess> {
  const child = spawnProgram(
    'main',
    [],
    { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...settings },
    options,
  );
  const written = collect(child);
  const exited = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Exit);
  const printed = () => `${written.stdout}${written.stderr}`;
  options.onOutput?.(printed);

  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}:\n${printed()}`));
    const timer = setTimeout(() => fail('the server did not start in time'), START_PATIENCE_MS);
    child.once('error', reject);
    void exited.then(({ code, signal }) => fail(`the server ended with ${code ?? signal}`));
    child.stdout?.on('data', () => {
      // The instructions for stopping are the last line of the start.
      if (!/Ctrl\+C/.test(written.stdout)) return;
      clearTimeout(timer);
      resolve();
    });
  });

  const firstAdministratorFile = /^\s+(\S.*first-administrator\.txt)$/m.exec(written.stdout)?.[1] ?? null;
  const surveyAddresses = written.stdout.match(/https?:\S+\/k\/[2-9a-z]{5}/g) ?? [];
  const port = Number(/http:\/\/localhost:(\d+)\/can-bo\/ma-qr/.exec(written.stdout)?.[1]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  return {
    pid: child.pid as number,
    port,
    origin: `http://127.0.0.1:${port}`,
    surveyAddresses,
    counterCodes: surveyAddresses.map((address) => address.slice(-5)),
    firstAdministratorFile,
    printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
