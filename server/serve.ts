import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { accountsVi } from '../web/messages/accounts.vi.ts';
import { consoleVi } from '../web/messages/console.vi.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { scheduleDailyWork } from './daily-work.ts';
import { explainError } from './explain-error.ts';
import { connectionLimits } from './http/limit-connections.ts';
import { type Listening, listen } from './http/listen.ts';
import { localAddress, publicAddress } from './http/public-address.ts';
import { canShowUnicode, toPlainAscii } from './lib/console-text.ts';
import { limitHeapGrowth } from './lib/heap-growth.ts';
import { renderQrConsole } from './lib/qr-code.ts';
import { listenForMetrics } from './metrics.ts';
import {
  removeFirstAdministratorFile,
  writeFirstAdministratorFile,
} from './staff/first-administrator-file.ts';
import { oneTimeAddress, renewFirstAdministratorLink } from './staff/make-link.ts';
import { retryWhileUnavailable } from './storage/database.ts';
import { listCounters } from './unit/counter.store.ts';
import { getMainUnit } from './unit/main-unit.ts';

/**
 * Service managers kill a process ten seconds after the stop signal. The first two limits run one after the
 * other; the third is the deadline of the whole stop.
 */
const STOP_REQUESTS_MS = 5_500;
const STOP_DATABASE_MS = 2_500;
const STOP_AT_LAST_MS = 9_000;

/** Interval at which a server started by npm checks whether npm's shell is still its parent. */
const PARENT_MS = 500;
/** Read when the module loads, because the parent can end while the server waits for the database. */
const firstParent = process.ppid;

const wait = (ms: number) => setTimeoutPromise(ms, false, { ref: false });

/** Replaces Vietnamese by ASCII where the console cannot show it. */
export const onConsole = (line: string): string =>
  canShowUnicode(process.platform, process.env) ? line : toPlainAscii(line);

/** Prints to the person who starts the server. */
export const say = (line: string): void => void process.stdout.write(`${onConsole(line)}\n`);

export const sayError = (line: string): void => void process.stderr.write(`${onConsole(line)}\n`);

/** Says why a start waits for the database. */
export const sayWaiting = (error: Error): void =>
  say(consoleVi.waitForDatabase(explainError(error) ?? error.message));

/** A sign-in link of the demo. */
interface DemoEntry {
  readonly role: string;
  readonly code: string;
}

/** Serves until a signal, then finishes running requests and closes the database. */
export async function serve(context: Context, entries: readonly DemoEntry[] = []): Promise<void> {
  const { config, log } = context;
  limitHeapGrowth();
  // Overdue work is done before the first request.
  const stopDailyWork = await scheduleDailyWork(context);
  let server: Listening | null = null;
  let metrics: Listening | null = null;
  let setting: 'PORT' | 'METRICS_PORT' = 'PORT';
  try {
    // Addresses on pages and posters contain the actual port, also with PORT=0.
    const makeApp = (port: number) => createApp({ ...context, config: { ...config, port } });
    server = await listen(
      makeApp,
      config.host,
      config.port,
      connectionLimits(config.trustedProxies, consoleVi.tooManyConnections),
    );
    setting = 'METRICS_PORT';
    if (config.metricsPort !== null) metrics = await listenForMetrics(context, config.metricsPort);
  } catch (error) {
    await Promise.all([stopDailyWork(), server?.stop()]);
    await context.close();
    say(explainListenError(error, config, setting));
    process.exitCode = 1;
    return;
  }

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(process.exitCode ?? 0), STOP_AT_LAST_MS).unref();
    const requests = Promise.all([stopDailyWork(), server?.stop(), metrics?.stop()]);
    await Promise.race([requests, wait(STOP_REQUESTS_MS)]);
    const isClosed = await Promise.race([context.close().then(() => true), wait(STOP_DATABASE_MS)]);
    log.info('stopped');
    // A database that does not respond must not keep the process alive: everything acknowledged is on disk.
    if (!isClosed) process.exit(process.exitCode ?? 0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  stopAfterNpm(() => void stop());
  const { port } = server;
  try {
    await retryWhileUnavailable(() => announce(context, port, entries), sayWaiting);
  } catch (error) {
    if (isStopping) return;
    // Without the printed lines nobody could sign in, so the start fails.
    await stop();
    throw error;
  }
}

/** A signal to npm ends npm and its shell, but does not reach this process, so it watches its parent. */
function stopAfterNpm(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== firstParent) stop();
  }, PARENT_MS).unref();
}

async function announce(context: Context, port: number, entries: readonly DemoEntry[]): Promise<void> {
  const { config, db, isDemo } = context;
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  // Read before anything is printed, because a failed attempt is repeated.
  const code = isDemo ? null : await renewFirstAdministratorLink(context);
  const address = publicAddress({ ...config, port });
  const local = localAddress(port);
  say('');
  say(consoleVi.running);
  if (isDemo) say(consoleVi.demo);
  say(`${consoleVi.survey}:`);
  for (const { code, name } of counters.filter(({ is_open }) => is_open))
    say(`  ${address}/k/${code}  ${name}`);
  const first = counters.find(({ is_open }) => is_open);
  if (isDemo && first && process.stdout.isTTY && address !== local)
    process.stdout.write(`${consoleVi.scan}:\n${await renderQrConsole(`${address}/k/${first.code}`)}\n`);
  say(`${consoleVi.posters}:\n  ${local}/can-bo/ma-qr`);
  say(`${consoleVi.results}:\n  ${address}/ket-qua`);
  if (isDemo)
    for (const { role, code } of entries)
      say(`${consoleVi.demoEntry(accountsVi.roles[role] ?? role)}:\n  ${oneTimeAddress(local, code)}`);
  else announceSignIn(config.dataDir, code, local);
  if (config.publicUrl === null) say(consoleVi.noPublicUrl);
  say(consoleVi.stop);
}

/**
 * Prints how to sign in. The first administrator's link grants all rights, so it is printed only to a terminal;
 * otherwise it is written to a file that only the server's user can read.
 */
function announceSignIn(dataDir: string, code: string | null, local: string): void {
  if (code === null) {
    removeFirstAdministratorFile(dataDir);
    say(`${consoleVi.staff}:\n  ${local}/dang-nhap`);
    return;
  }
  const address = oneTimeAddress(local, code);
  if (process.stdout.isTTY) {
    removeFirstAdministratorFile(dataDir);
    say(`${consoleVi.firstAdministrator}:\n  ${address}`);
  } else {
    say(`${consoleVi.firstAdministratorFile}:\n  ${writeFirstAdministratorFile(dataDir, address)}`);
  }
  say(`  ${consoleVi.firstAdministratorWhere}`);
}

function explainListenError(error: unknown, config: Config, setting: 'PORT' | 'METRICS_PORT'): string {
  const code = (error as { code?: string }).code;
  const port = setting === 'PORT' ? config.port : (config.metricsPort ?? 0);
  if (code === 'EADDRINUSE') return consoleVi.portTaken(port, setting);
  if (code === 'EACCES') return consoleVi.portForbidden(port, setting);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return consoleVi.noAddress(config.host);
  return String(error);
}
