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

/** Time at which a test app starts: a Monday morning, the first day of the week 2024-W05. */
export const START = '2024-01-29T08:00:00+07:00';

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

/** Makes password hashing fast; useless as protection. */
export const WEAK_PASSWORDS = { log2N: 4, r: 1, p: 1 } as const;

export interface TestAppOptions extends Omit<ContextOverrides, 'clock'> {
  /** Environment variables. The database is SQLite in memory unless `DATABASE_URL` is given. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Time at the start; default: `START`. */
  readonly now?: string;
  /**
   * Whether the rules about pace, equal ballots and bursts set ballots aside, as they do in a new unit. Off
   * by default, because tests submit forms without delay.
   */
  readonly hasFirstRules?: boolean;
}

/** A ballot to be stored without its form; missing properties get made-up values. */
export type BallotToStore = Partial<AcceptedResponse> & { readonly overall?: Level };

/** The server in this process, with an empty database and a clock that only `setTime` moves. */
export interface TestApp {
  readonly context: Context;
  readonly app: Hono<HttpEnvironment>;
  /** Counters of the unit, in the order of pages. */
  readonly counters: readonly Counter[];
  setTime(iso: string): void;
  request(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Submits fields as an HTML form does. */
  post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /**
   * Opens the survey of a counter and submits it with these fields (`q.overall`, `why.i25`, `comment`) and
   * the hidden fields of the page, which `fields` may replace.
   */
  submit(
    counterCode: string,
    answers: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Response>;
  /** Stores ballots in one batch, without forms. */
  storeMany(items: readonly BallotToStore[]): Promise<StoreResult[]>;
  close(): Promise<void>;
}

const ORIGIN = 'http://localhost';
const open = new Set<TestApp>();

afterAll(async () => {
  for (const app of [...open]) await app.close();
});

export function hiddenField(html: string, name: string): string {
  const tags = html.match(/<input\b[^>]*>/g) ?? [];
  const tag = tags.find((candidate) => candidate.includes(`name="${name}"`));
  const value = tag && /\bvalue="([^"]*)"/.exec(tag)?.[1];
  if (value === undefined) throw new Error(`the page has no hidden field ${name}`);
  return value;
}

/** Does not exist, so that no test can delete data of a developer's own installation. */
const NO_DATA = join(tmpdir(), 'hai-long-no-data');

/** The app is closed at the end of the test file, unless the test has closed it. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { environment, now, hasFirstRules = false, ...overrides } = options;
  const clock = createTestClock(now);
  const context = await createContext(
    parseConfig({ DATA_DIR: NO_DATA, DATABASE_URL: 'sqlite::memory:', ...environment }),
    {
      log: pino({ level: 'silent' }),
      // Saves time; other tests check the real strength.
      passwordStrength: WEAK_PASSWORDS,
      // Most tests need an installation after its official start.
      isOfficial: true,
      ...overrides,
      ...(overrides.machine ? {} : { clock }),
    },
  );
  const app = createApp(context);
  const unit = await context.db.selectFrom('units').select('code').orderBy('code').executeTakeFirstOrThrow();
  const counters = await listCounters(context.db, unit.code);
  if (!hasFirstRules)
    await context.db
      .updateTable('dated_settings')
      .set({ value: (eb) => eb.fn('replace', ['value', eb.val('true'), eb.val('false')]) })
      .where('name', 'in', ['rule_too_fast', 'rule_same_run', 'rule_burst'])
      .execute();

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
