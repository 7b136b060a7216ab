import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pullCommand } from '../../server/cli/commands/pull.ts';
import { addDays } from '../../server/lib/day.ts';
import examples from '../../server/reporting/examples.v1.json';
import { CHAIN_START, chainDay } from '../../server/seal/seal.ts';
import { wilsonInterval } from '../../server/statistics/wilson-interval.ts';
import { createTestClock } from './test-app.ts';

export const PERIOD = '2024-W05';
export const API_KEY = `hl_${'a'.repeat(43)}`;

type Answer = (response: ServerResponse) => void;

/** One HTTP server that acts as many installations; a test sets the response of each by its name. */
export async function serveInstallations() {
  const answers = new Map<string, Answer>();
  const requests: { readonly path: string; readonly isConditional: boolean }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, isConditional: request.headers['if-none-match'] !== undefined });
    const name = /^\/([\w-]+)\/api\/v1\/reports\?period=/.exec(path)?.[1] ?? '';
    const answer = answers.get(name) ?? ((missing: ServerResponse) => missing.writeHead(404).end());
    response.on('error', () => {});
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { answers, requests, address, stop };
}

/** The example report with other figures and a valid chain of seals. */
export function makeReport(code: string, numerator: number, salt = '') {
  let chain = CHAIN_START;
  const days = Array.from({ length: 7 }, (_, index) => {
    const day = addDays('2024-01-29', index);
    const digest = Buffer.from(`${code}${salt}${index}`.padEnd(32, '.')).toString('hex').slice(0, 64);
    chain = chainDay(chain, day, digest);
    return { day, ballots: 9, digest, chain };
  });
  const denominator = 70;
  const interval = wilsonInterval(Math.min(numerator, denominator), denominator);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    ...examples.Report,
    unit: { ...examples.Report.unit, code, name: `UBND xã ${code}` },
    indicator: {
      ...examples.Report.indicator,
      ...{ numerator, denominator, neutral: denominator - numerator, dissatisfied: 0 },
      percent: round((100 * numerator) / denominator),
      interval: { method: 'wilson-95', low: round(interval?.low ?? 0), high: round(interval?.high ?? 0) },
    },
    transactions: { n: 140, source: 'typed' },
    seal: { algorithm: 'sha256', days },
    added_later: { by: 'a newer version' },
  };
}

const pageOf = (reports: readonly object[], missing: readonly object[] = []): string =>
  JSON.stringify({ schema: 'hailong.reports/1', period: PERIOD, reports, missing, next_cursor: null });

export const sendPage =
  (name: string, reports: readonly object[], missing: readonly object[] = []): Answer =>
  (response) =>
    response.writeHead(200, { ETag: `"${name}"` }).end(pageOf(reports, missing));

/** Runs `hailong pull` on 20 February 2024. */
export async function runPull(
  list: string,
  out: string,
  more: Partial<Parameters<typeof pullCommand>[0]> = {},
) {
  const lines: string[] = [];
  const options = {
    ...{ list, out, period: PERIOD, from: null, isTerminal: false, environment: { KEY_OF_A: API_KEY } },
    patience: { timeoutMs: 8_000, backoffMs: 1 },
    ...more,
  };
  const clock = createTestClock('2024-02-20T08:00:00+07:00');
  const code = await pullCommand(
    options,
    clock,
    (line) => lines.push(line),
    () => {},
  );
  const text = lines.join('\n');
  const problems = [...text.matchAll(/^ {2}(.*) \| (.*) \| (\S+)$/gm)].map(([, ...found]) => found.join('|'));
  return { code, text, problems: problems.sort() };
}

export function writeList(folder: string, rows: readonly string[]): string {
  const path = join(folder, 'list.csv');
  writeFileSync(path, `name,address,key,units\n${rows.join('\n')}\n`);
  chmodSync(path, 0o600);
  return path;
}

/** Contents of the files in a folder, by file extension. */
export const readSheets = (folder: string): Record<string, string> =>
  Object.fromEntries(
    ['jsonl', 'csv', 'xlsx', 'html'].map((ending) => [
      ending,
      readFileSync(join(folder, `${PERIOD}.${ending}`)).toString('latin1'),
    ]),
  );
