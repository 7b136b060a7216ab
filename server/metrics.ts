import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { copiesFolder } from './backup/copies.ts';
import { dayOfDailyCopy } from './backup/copy-names.ts';
import type { Context } from './context.ts';
import type { Listening } from './http/listen.ts';
import { addDays, type Day, startOfDay } from './lib/day.ts';
import { findProjectRoot } from './lib/project-root.ts';
import { closesAt, parsePeriod } from './period/period.ts';
import { listLatestRevisions } from './reporting/closed-report.store.ts';
import { findLastSeal } from './seal/seal.store.ts';
import { sqlitePathOf } from './storage/sqlite-file.ts';
import { countReceived } from './tally/tally.store.ts';
import { listUnits } from './unit/unit.store.ts';

/** Accepted Host headers, so that a web page cannot read the metrics by DNS rebinding. */
const OWN_NAMES = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Prometheus metrics, on loopback only. No label is finer than the unit, because smaller counts would reveal
 * ballots.
 */
export async function listenForMetrics(context: Context, port: number): Promise<Listening> {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const server = createServer((request, response) => {
    if (!OWN_NAMES.test(request.headers.host ?? '')) return void response.writeHead(421).end();
    renderMetrics(context, delay)
      .then((text) => response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(text))
      .catch(() => response.writeHead(503).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        delay.disable();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const { version } = JSON.parse(readFileSync(join(findProjectRoot(), 'package.json'), 'utf8')) as {
  readonly version: string;
};

type Labels = Readonly<Record<string, string>>;

/** Prometheus text format: HELP and TYPE once for each metric, before its samples. */
class Exposition {
  private readonly metrics = new Map<string, string[]>();

  add(
    name: string,
    type: 'gauge' | 'counter',
    help: string,
    value: number | null,
    labels: Labels = {},
  ): void {
    if (value === null) return;
    const lines = this.metrics.get(name) ?? [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
    const pairs = Object.entries(labels).map(([label, text]) => `${label}=${JSON.stringify(text)}`);
    lines.push(`${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`);
    this.metrics.set(name, lines);
  }

  get text(): string {
    return `${[...this.metrics.values()].flat().join('\n')}\n`;
  }
}

async function renderMetrics(
  context: Context,
  delay: ReturnType<typeof monitorEventLoopDelay>,
): Promise<string> {
  const metrics = new Exposition();
  metrics.add('hailong_build_info', 'gauge', 'Version of the program.', 1, { version });
  const cause = await context.health.check();
  metrics.add('hailong_database_up', 'gauge', 'Whether ballots can be stored.', cause === null ? 1 : 0);
  // The other metrics are served even while the database is down.
  if (cause === null) await addUnits(context, metrics);
  metrics.add('hailong_backup_age_seconds', 'gauge', 'Age of the newest daily copy.', findCopyAge(context));
  const isDoubted = context.clock.doubt() === null ? 0 : 1;
  metrics.add(
    'hailong_clock_doubted',
    'gauge',
    'Whether the clock awaits an answer at /quan-tri.',
    isDoubted,
  );
  metrics.add('hailong_ballots_queued', 'gauge', 'Ballots that wait to be written.', context.batch.waiting());
  metrics.add(
    'nodejs_eventloop_delay_p99_seconds',
    'gauge',
    'Delay of the event loop since the last reading, 99th percentile.',
    delay.count > 0 ? delay.percentile(99) / 1e9 : null,
  );
  delay.reset();
  const { rss } = process.memoryUsage();
  metrics.add('process_resident_memory_bytes', 'gauge', 'Resident memory.', rss);
  metrics.add('process_uptime_seconds', 'gauge', 'Time since the start.', Math.round(process.uptime()));
  return metrics.text;
}

async function addUnits({ db, clock }: Context, metrics: Exposition): Promise<void> {
  const age = (time: number) => (time > 0 ? Math.round((clock.now().getTime() - time) / 1000) : null);
  for (const { code } of await listUnits(db)) {
    const unit = { unit: code };
    const received = await countReceived(db, code);
    metrics.add('hailong_ballots_received_total', 'counter', 'Ballots received.', received, unit);
    const seal = await findLastSeal(db, code);
    const sealed = seal ? age(startOfDay(addDays(seal.day as Day, 1)).getTime()) : null;
    metrics.add('hailong_seal_age_seconds', 'gauge', 'Time since the last sealed day ended.', sealed, unit);
    const closings = (await listLatestRevisions(db, code)).map(({ period: id }) => {
      const period = parsePeriod(id);
      return (period && closesAt(period)?.getTime()) ?? 0;
    });
    const closed = age(Math.max(0, ...closings));
    metrics.add('hailong_closing_age_seconds', 'gauge', 'Time since the last period closed.', closed, unit);
  }
}

/**
 * Seconds since the newest daily backup was modified; null: there is none, or the database is not a SQLite file.
 */
function findCopyAge({ config }: Context): number | null {
  if (sqlitePathOf(config.databaseUrl) === null) return null;
  const folder = copiesFolder(config.dataDir);
  try {
    const times = readdirSync(folder)
      .filter((name) => dayOfDailyCopy(name) !== null)
      .map((name) => statSync(join(folder, name)).mtimeMs);
    return times.length > 0 ? Math.round((Date.now() - Math.max(...times)) / 1000) : null;
  } catch {
    return null;
  }
}
