import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createInstallation } from './installation.ts';

export interface Exit {
  /** Null if a signal ended the process. */
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
  /** URL on this machine, without a path. */
  readonly origin: string;
  /** URLs of the surveys that the server printed. */
  readonly surveyAddresses: readonly string[];
  /** Codes of the counters in `surveyAddresses`. */
  readonly counterCodes: readonly string[];
  /** Path of the file with the first administrator's one-time URL; null: there is an administrator already. */
  readonly firstAdministratorFile: string | null;
  /** Output so far. */
  printed(): string;
  /** Sends SIGTERM and waits for the exit. */
  stop(): Promise<Exit>;
  /** Sends SIGKILL, as sudden as a power cut, and waits for the exit. */
  kill(): Promise<Exit>;
}

export interface ProgramOptions {
  /** Folder of the installation; default: a copy of the current build. */
  readonly installation?: string;
  /** Program and arguments that start the server, such as strace. */
  readonly wrapper?: readonly string[];
  /** Called once before the start; its parameter returns the output so far. */
  readonly onOutput?: (printed: () => string) => void;
}

/** A start takes half a second, but the machine may be busy. */
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

/** Without the variables of the test run, which could configure the server. */
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

/** Closes the program's output after the first bytes, as `| head` does. */
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
 * Resolves once the server has printed its URLs. It listens on this machine only, on a free port unless
 * `settings` name one. Rejects with the output if the server exits instead.
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
      // A server prints the line about Ctrl+C last, when it has started.
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
