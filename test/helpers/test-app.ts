import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { createApp } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import { type Context, type ContextOverrides, createContext } from '../../server/context.ts';
import type { HttpEnvironment } from '../../server/http/environment.ts';
import type { Clock } from '../../server/lib/clock.ts';
import type { AcceptedResponse, StoreResult } from '../../server/response/store-responses.ts';
import type { Level } from '../../server/survey/definition.ts';
import { listCounters } from '../../server/unit/counter.store.ts';
import type { Counter } from '../../server/unit/counter.ts';

/** The instant at which every test app starts: a Monday morning, the first day of 2024-W05. */
export const START = '2024-01-29T08:00:00+07:00';

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  set(iso: string): void;
}

export function createTestClock(iso: string = START): TestClock {
  let instant = new Date(iso);
  return {
    now: () => new Date(instant),
    set(next) {
      const parsed = new Date(next);
      if (Number.isNaN(parsed.getTime())) throw new RangeError(`not an instant: ${next}`);
      instant = parsed;
    },
  };
}

/** Passwords that are compared in no time. */
export const WEAK_PASSWORDS = { log2N: 4, r: 1, p: 1 } as const;

/** What a test may put in the place of the usual. */
export interface TestAppOptions extends Omit<ContextOverrides, 'clock'> {
  /** Settings as in the environment; the database is SQLite in memory unless one is named or given. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the clock starts; `START` unless given. */
  readonly now?: string;
}

/** One ballot to store without its form; what is left out is made up. */
export type BallotToStore = Partial<AcceptedResponse> & { readonly overall?: Level };

/** The whole product in one process, with its own empty database and a clock that is set by hand. */
export interface TestApp {
  readonly context: Context;
  readonly app: Hono<HttpEnvironment>;
  /** The first unit's counters, in the order of pages. */
  readonly counters: readonly Counter[];
  setTime(iso: string): void;
  /** A request for a path on this server. */
  request(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends fields as a form does. */
  post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /**
   * Opens a counter's survey, fills the fields in (`q.overall`, `why.i25`, `comment`) and sends it with
   * the token and the survey that the page carries; a field of the same name takes their place.
   */
  submit(
    counterCode: string,
    answers: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Response>;
  /** Stores ballots without pages, all at once. */
  storeMany(items: readonly BallotToStore[]): Promise<StoreResult[]>;
  close(): Promise<void>;
}

const ORIGIN = 'http://localhost';
const open = new Set<TestApp>();

afterAll(async () => {
  for (const app of [...open]) await app.close();
});

/** The value of a hidden field of a page, as the page's form would send it. */
export function hiddenField(html: string, name: string): string {
  const tags = html.match(/<input\b[^>]*>/g) ?? [];
  const tag = tags.find((candidate) => candidate.includes(`name="${name}"`));
  const value = tag && /\bvalue="([^"]*)"/.exec(tag)?.[1];
  if (value === undefined) throw new Error(`the page has no hidden field ${name}`);
  return value;
}

/** Nothing lies here: a test must not delete files of the checkout's own installation. */
const NO_DATA = join(tmpdir(), 'hai-long-no-data');

/** Starts the product for a test; whatever is still open at the end of the file is closed then. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { environment, now, ...overrides } = options;
  const clock = createTestClock(now);
  const context = await createContext(
    parseConfig({ DATA_DIR: NO_DATA, DATABASE_URL: 'sqlite::memory:', ...environment }),
    {
      log: pino({ level: 'silent' }),
      // The work of a guess is tested by itself; everywhere else it would only take time.
      passwordStrength: WEAK_PASSWORDS,
      ...overrides,
      clock,
    },
  );
  const app = createApp(context);
  const unit = await context.db.selectFrom('units').select('code').orderBy('code').executeTakeFirstOrThrow();
  const counters = await listCounters(context.db, unit.code);

  const request = async (path: string, init?: RequestInit) => app.request(`${ORIGIN}${path}`, init);
  const get: TestApp['get'] = (path, headers = {}) => request(path, { headers });
  const post: TestApp['post'] = (path, fields, headers = {}) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const single of [value].flat()) body.append(name, single as string);
    }
    return request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN, ...headers },
      body: body.toString(),
    });
  };
  const testApp: TestApp = {
    context,
    app,
    counters,
    setTime: (iso) => clock.set(iso),
    request,
    get,
    post,
    async submit(counterCode, answers) {
      const path = `/k/${counterCode}`;
      const html = await (await get(path)).text();
      return post(path, { t: hiddenField(html, 't'), s: hiddenField(html, 's'), ...answers });
    },
    storeMany(items) {
      return Promise.all(items.map((item) => context.batch.add(makeResponse(context, counters, item))));
    },
    async close() {
      open.delete(testApp);
      await context.close();
    },
  };
  open.add(testApp);
  return testApp;
}

function makeResponse(
  context: Context,
  counters: readonly Counter[],
  { overall = 5, ...given }: BallotToStore,
): AcceptedResponse {
  const counter = counters.find(({ code }) => code === given.counter_code) ?? (counters[0] as Counter);
  const survey = context.surveys.find(given.survey_id ?? 'mot-cua-ngan', given.survey_version ?? 1);
  if (!survey) throw new Error('there is no such survey');
  return {
    token_hash: randomBytes(16).toString('base64url'),
    unit_code: counter.unit_code,
    counter_code: counter.code,
    channel: counter.channel,
    survey_id: survey.id,
    survey_version: survey.version,
    question_ids: survey.questions.map(({ id }) => id),
    answers: { levels: { overall }, why: {} },
    respondent: { kind: null, field: counter.field },
    comment: null,
    set_aside: null,
    intake: null,
    slip: null,
    ...given,
  };
}
