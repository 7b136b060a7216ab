import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../../server/statistics/quantile.ts';
import { HttpConnection } from '../load/http-connection.ts';
import { type LoadGenerator, startLoadGenerator } from '../load/load-generator.ts';
import type { BallotForm, LoadJob, LoadPlan, LoadResult } from '../load/load-job.ts';
import { readForm } from '../office/read-form.ts';
import { type ServerProcess, startProgram } from '../office/server-process.ts';
import { type BenchOptions, inFolder } from './options.ts';
import { logLine, record, spreadOf } from './record.ts';

/** A measurement of our server and of a bare server under the same load. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  readonly connections: number;
  readonly ceilingIs: string;
  /** Smallest acceptable ratio of our server's figure to that of the bare server. */
  readonly aim: number;
  /** `requests` is the upper bound of the requests in one measurement. */
  makePlan(form: BallotForm, requests: number): LoadPlan;
}

interface Turn {
  readonly result: LoadResult;
  /** Processor time of the server for one request, in microseconds; null if unknown. */
  readonly processorUs: number | null;
}

const WARM_UP_SECONDS = 1.5;
const WARM_UP_REQUESTS = 20_000;

/** `form` is accepted by both servers. */
async function startBoth(
  path: string,
): Promise<{ product: ServerProcess; bare: ServerProcess; form: BallotForm }> {
  mkdirSync(join(path, 'office'));
  const product = await startProgram('office', { DATA_DIR: join(path, 'office') });
  const paths = product.counterCodes.map((code) => `/k/${code}`);
  const connection = await HttpConnection.open(product.port);
  const form = await readForm(connection, paths);
  const request = `GET ${paths[0]} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n`;
  writeFileSync(join(path, 'page.gz'), (await connection.exchange(request)).body);
  connection.close();
  const bare = await startProgram('bare', {
    BENCH_PAGE: join(path, 'page.gz'),
    BENCH_DATABASE: join(path, 'bare.sqlite'),
  });
  return { product, bare, form };
}

/**
 * Measures our server and the bare server in turn, so that other load on the machine affects
 * both. Records median and range of the ratio of each pair.
 */
export async function compareServers(comparison: Comparison, options: BenchOptions): Promise<void> {
  logLine(
    `${comparison.name}: ${comparison.connections} connections, ${options.repeats} × ${options.seconds} s each`,
  );
  await inFolder(options, async (path) => {
    const { product, bare, form } = await startBoth(path);
    const load = startLoadGenerator();
    try {
      const take = (server: ServerProcess, seconds: number, requests: number) =>
        takeTurn(load, {
          name: comparison.name,
          port: server.port,
          serverPid: server.pid,
          connections: comparison.connections,
          seconds,
          rate: null,
          plan: comparison.makePlan(form, requests),
        });
      // Taken from the warm-up: number of requests to prepare for a measurement.
      const expected = new Map<ServerProcess, number>();
      for (const server of [bare, product]) {
        const { result } = await take(server, WARM_UP_SECONDS, WARM_UP_REQUESTS);
        expected.set(server, Math.ceil((result.done / result.seconds) * options.seconds * 2));
      }
      const ceilings: Turn[] = [];
      const turns: Turn[] = [];
      for (let repeat = 0; repeat < options.repeats; repeat += 1) {
        ceilings.push(await take(bare, options.seconds, expected.get(bare) ?? 0));
        turns.push(await take(product, options.seconds, expected.get(product) ?? 0));
      }
      report(comparison, ceilings, turns);
    } finally {
      await Promise.all([load.stop(), product.stop(), bare.stop()]);
    }
  });
}

async function takeTurn(load: LoadGenerator, job: LoadJob): Promise<Turn> {
  const [result] = await load.run([job]);
  if (!result || result.errors > 0) throw new Error(`${job.name}: ${result?.firstError}`);
  const used = result.processorMs;
  return { result, processorUs: used === null ? null : (used * 1_000) / result.done };
}

const perSecond = ({ result }: Turn): number => result.done / result.seconds;
const medianOf = (turns: readonly Turn[], what: (turn: Turn) => number): number => median(turns.map(what));

function report(
  { name, unit, ceilingIs, aim, connections }: Comparison,
  ceilings: Turn[],
  turns: Turn[],
): void {
  const ratios = turns.map((turn, index) => perSecond(turn) / perSecond(ceilings[index] as Turn));
  record({
    name: `${name}.rate`,
    value: medianOf(turns, perSecond),
    unit: `${unit}/s`,
    ratio_to: median(ratios),
    ceiling: medianOf(ceilings, perSecond),
    detail: {
      ceiling_is: ceilingIs,
      connections,
      aim: `at least ${aim}`,
      is_met: median(ratios) >= aim,
      ratio: spreadOf(ratios),
      value: spreadOf(turns.map(perSecond)),
      ceiling: spreadOf(ceilings.map(perSecond)),
      bytes: turns.at(-1)?.result.wireBytes,
    },
  });
  if (turns.every(({ processorUs }) => processorUs !== null)) {
    const used = ({ processorUs }: Turn): number => processorUs ?? 0;
    record({
      name: `${name}.processor`,
      value: medianOf(turns, used),
      unit: `us of the server's processor time for one of the ${unit}`,
      ceiling: medianOf(ceilings, used),
      ratio_to: medianOf(turns, used) / medianOf(ceilings, used),
      detail: {
        ceiling_is: ceilingIs,
        value: spreadOf(turns.map(used)),
        ceiling: spreadOf(ceilings.map(used)),
      },
    });
  }
  for (const share of ['p50', 'p99'] as const) {
    record({
      name: `${name}.${share}`,
      value: medianOf(turns, ({ result }) => result[share]),
      unit: 'ms',
      ceiling: medianOf(ceilings, ({ result }) => result[share]),
      detail: { ceiling_is: ceilingIs, value: spreadOf(turns.map(({ result }) => result[share])) },
    });
  }
}
