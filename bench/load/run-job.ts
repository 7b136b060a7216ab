import { gunzipSync } from 'node:zlib';
import { quantile } from '../../server/statistics/quantile.ts';
import { processorMs } from '../office/process-use.ts';
import { type Answer, HttpConnection } from './http-connection.ts';
import type { BallotForm, LoadJob, LoadResult } from './load-job.ts';

const TOKEN = /[\w-]{22}\.[0-9a-z]{9}\.[\w-]{22}/;

/** Prepares a job before the measurement; the returned function runs it. */
export async function prepareJob(job: LoadJob): Promise<() => Promise<LoadResult>> {
  const { plan } = job;
  const tickets = plan.kind === 'ballot' ? await collectTickets(job.port, plan.form, plan.tokens) : [];
  const connections = await Promise.all(
    Array.from({ length: job.connections }, () => HttpConnection.open(job.port)),
  );
  return () => runJob(job, connections, tickets);
}

async function runJob(
  job: LoadJob,
  connections: readonly HttpConnection[],
  tickets: Ticket[],
): Promise<LoadResult> {
  const { plan } = job;
  const latencies: number[] = [];
  let errors = 0;
  let firstError: string | null = null;
  let wireBytes = 0;
  let slots = 0;
  const used = job.serverPid === null ? null : processorMs(job.serverPid);
  const started = performance.now();
  const end = started + job.seconds * 1_000;

  const one = async (connection: HttpConnection, index: number): Promise<Answer | null> => {
    if (plan.kind === 'get')
      return expectStatus(await connection.exchange(get(plan.path, plan.headers)), 200);
    if (plan.kind === 'visit') {
      const path = plan.form.paths[index % plan.form.paths.length] as string;
      const page = expectStatus(await connection.exchange(get(path, GZIP)), 200);
      const token = findToken(page);
      return expectStatus(await connection.exchange(post(path, plan.form, token, index)), 303);
    }
    const ticket = tickets.pop();
    if (ticket === undefined) return null;
    return expectStatus(await connection.exchange(post(ticket.path, plan.form, ticket.token, index)), 303);
  };

  const work = async (connection: HttpConnection): Promise<void> => {
    for (;;) {
      const index = slots;
      slots += 1;
      let due = performance.now();
      if (job.rate !== null) {
        // Each request comes at a random moment within its own interval, so that jobs of equal rates do not
        // send at the same instants.
        due = started + ((index + Math.random()) / job.rate) * 1_000;
        if (due >= end) return;
        const wait = due - performance.now();
        if (wait > 0.5) await new Promise((resolve) => setTimeout(resolve, wait));
      } else if (due >= end) return;
      try {
        const answer = await one(connection, index);
        if (answer === null) return;
        wireBytes = answer.wireBytes;
        latencies.push(performance.now() - due);
      } catch (error) {
        errors += 1;
        firstError ??= String(error);
        if (errors > 50) return;
      }
    }
  };
  await Promise.all(connections.map(work));
  const seconds = (performance.now() - started) / 1_000;
  const usedAfter = job.serverPid === null ? null : processorMs(job.serverPid);
  for (const connection of connections) connection.close();
  latencies.sort((a, b) => a - b);
  return {
    name: job.name,
    done: latencies.length,
    seconds,
    errors,
    firstError,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    worst: latencies.at(-1) ?? 0,
    processorMs: used === null || usedAfter === null ? null : usedAfter - used,
    wireBytes,
  };
}

const GZIP = { 'Accept-Encoding': 'gzip' };

const get = (path: string, headers: Readonly<Record<string, string>>): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

/** Another `index` gives another person, with another address and other answers. */
function post(path: string, form: BallotForm, token: string, index: number): string {
  const levels = form.items.map((item, at) => `&q.${item}=${3 + ((index * 7 + at * 3) % 3)}`).join('');
  const body = `t=${token}&s=${encodeURIComponent(form.survey)}&q.overall=${3 + (index % 3)}${levels}&kind=&comment=`;
  const network = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  return (
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: ${network}\r\n` +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`answered ${answer.status} instead of ${status}`);
  return answer;
}

/** Form token in a survey page; the page may be compressed. */
function findToken({ body, head }: Answer): string {
  const plain = TOKEN.exec(body.toString('latin1'))?.[0];
  if (plain !== undefined) return plain;
  const isZipped = /\r\ncontent-encoding: *gzip/i.test(head);
  const found = isZipped ? TOKEN.exec(gunzipSync(body).toString('latin1'))?.[0] : undefined;
  if (found === undefined) throw new Error('the page has no token');
  return found;
}

/** A form that was opened and can be submitted. */
interface Ticket {
  readonly path: string;
  readonly token: string;
}

/** Opens as many forms as will be submitted, before the measurement starts. */
async function collectTickets(port: number, form: BallotForm, wanted: number): Promise<Ticket[]> {
  const tickets: Ticket[] = [];
  const collect = async (): Promise<void> => {
    const connection = await HttpConnection.open(port);
    while (tickets.length < wanted) {
      const path = form.paths[tickets.length % form.paths.length] as string;
      const page = expectStatus(await connection.exchange(get(path, GZIP)), 200);
      tickets.push({ path, token: findToken(page) });
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: 16 }, collect));
  return tickets;
}
