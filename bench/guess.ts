import { join } from 'node:path';
import { parseConfig } from '../server/config.ts';
import { type Context, createContext } from '../server/context.ts';
import { addUser } from '../server/staff/add-user.ts';
import { setPasswordByLink } from '../server/staff/use-link.ts';
import { inFolder, parseOptions } from './figures/options.ts';
import { logLine, record } from './figures/record.ts';
import { type Answer, HttpConnection } from './load/http-connection.ts';
import { startProgram } from './office/server-process.ts';

const CONNECTIONS = 100;
const ADDRESSES = 1_000;
/** Longest acceptable sign-in of the account's owner in milliseconds, and most guesses an hour at one account. */
const MOST_MS = 5_000;
const MOST_TRIES = 30;
const OWNER = 'chu-tich';
const PASSWORD = 'rung thong xanh mat';
const EVERY_MS = 500;

/**
 * Guesses passwords from one address and from a thousand, while owners of accounts sign in from a known
 * browser, with one-time links, and on the server itself.
 */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { seconds: 20 });
  logLine(`guess: ${2 * CONNECTIONS} connections guess passwords for ${options.seconds} s`);
  await inFolder(options, async (folder) => {
    const dataDir = join(folder, 'data');
    const waysIn = await makeAccounts(dataDir, Math.ceil((options.seconds * 1_000) / EVERY_MS));
    const server = await startProgram('office', { DATA_DIR: dataDir });
    try {
      await measure(server.port, options.seconds, waysIn);
    } finally {
      await server.stop();
    }
  });
}

interface WaysIn {
  readonly knownCookie: string;
  /** One-time codes, each of a different account. */
  readonly codes: string[];
}

async function makeAccounts(dataDir: string, codes: number): Promise<WaysIn> {
  const context = await createContext(parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }), {
    isOfficial: true,
  });
  try {
    const code = await addPerson(context, OWNER);
    const held = { name: '', full_name: '', visit: null, knownBrowserCookie: undefined };
    const set = await setPasswordByLink(context, { ...held, code, password: PASSWORD });
    if (set.outcome !== 'done') throw new Error('the password was not set');
    const others = [];
    for (let index = 0; index < codes; index += 1) others.push(await addPerson(context, `can-bo-${index}`));
    return { knownCookie: set.knownBrowserCookie, codes: others };
  } finally {
    await context.close();
  }
}

async function addPerson(context: Context, name: string): Promise<string> {
  const given = { name, full_name: name, roles: ['leader'], allCounters: true, counters: [] };
  const added = await addUser(context, null, given);
  if (added.outcome !== 'done') throw new Error(`${name} was not added`);
  return added.code;
}

async function measure(port: number, seconds: number, { knownCookie, codes }: WaysIn): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  const isOn = () => performance.now() < end;
  let guesses = 0;
  /** Guesses that the server compared with the owner's password. */
  let tries = 0;
  const guesser = async (index: number): Promise<void> => {
    const connection = await HttpConnection.open(port);
    for (let turn = 0; isOn(); turn += 1) {
      // Half of the connections share one address; the others use a thousand addresses.
      const place = index < CONNECTIONS ? 0 : 1 + ((index * 7 + turn) % ADDRESSES);
      const address = `10.9.${place >> 8}.${place & 255}`;
      const name = turn % 2 === 0 ? OWNER : `ai-do-${turn % 50}`;
      const body = form({ name, password: `guess number ${turn}` });
      const { status } = await connection.exchange(post('/dang-nhap', body, { 'X-Forwarded-For': address }));
      guesses += 1;
      if (status === 422 && name === OWNER) tries += 1;
    }
    connection.close();
  };
  const slowest = new Map<string, number>();
  const owner = async (
    way: string,
    send: () => { path: string; body: string; headers: Headers },
  ): Promise<void> => {
    const connection = await HttpConnection.open(port);
    while (isOn()) {
      const { path, body, headers } = send();
      const began = performance.now();
      const answer = await connection.exchange(post(path, body, headers));
      slowest.set(way, Math.max(slowest.get(way) ?? 0, performance.now() - began));
      if (!isSignedIn(answer)) throw new Error(`${way}: answered ${answer.status}`);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    connection.close();
  };
  const right = form({ name: OWNER, password: PASSWORD });
  const elsewhere = { 'X-Forwarded-For': '203.0.113.9' };
  await Promise.all([
    ...Array.from({ length: 2 * CONNECTIONS }, (_, index) => guesser(index)),
    owner('known browser', () => ({
      path: '/dang-nhap',
      body: right,
      headers: { ...elsewhere, Cookie: `hl_known=${knownCookie}` },
    })),
    owner('one-time address', () => ({
      path: '/dang-nhap/mat-khau',
      body: form({ code: codes.pop() ?? '', password: PASSWORD }),
      headers: elsewhere,
    })),
    owner('this machine', () => ({ path: '/dang-nhap', body: right, headers: {} })),
  ]);
  for (const [way, value] of slowest)
    record({
      name: `guess.${way.replaceAll(' ', '-')}`,
      value,
      unit: 'ms',
      detail: {
        is: `the slowest sign-in: ${way}`,
        aim: `at most ${MOST_MS}`,
        is_met: value <= MOST_MS,
        guesses,
      },
    });
  record({
    name: 'guess.tries',
    value: tries,
    unit: 'tries',
    detail: {
      is: 'guesses at one account that were compared with its password',
      aim: `at most ${MOST_TRIES} an hour`,
      is_met: tries <= MOST_TRIES,
      guesses,
    },
  });
}

type Headers = Readonly<Record<string, string>>;

const form = (fields: Headers): string => new URLSearchParams(fields).toString();

const post = (path: string, body: string, headers: Headers): string =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    'Origin: http://localhost',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `\r\n${body}`,
  ].join('\r\n');

const isSignedIn = ({ status, head }: Answer): boolean =>
  status === 303 && /set-cookie: hl_staff=/i.test(head);
