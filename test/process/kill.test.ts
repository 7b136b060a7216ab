import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { recount } from '../../server/response/recount.ts';
import { openDatabase } from '../../server/storage/database.ts';
import { isPostgres } from '../../server/storage/dialect.ts';
import type { Db } from '../../server/storage/schema.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import type { LevelCounts } from '../../server/tally/level-counts.ts';
import { type Answer, type OpenForm, openForm, sendForm } from '../helpers/citizen-client.ts';
import { answersOf, serialOf } from '../helpers/numbered-ballots.ts';
import { createPostgresDatabase, hasPostgres } from '../helpers/postgres-database.ts';
import { runProgram, type ServerProcess, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

/** Concurrent phones. */
const PHONES = 32;
/** Forms per round. */
const FORMS = 64;
const UNIT = 'dong-son';

interface Ballot {
  readonly serial: number;
  readonly form: OpenForm;
  /** Whether the ballot was acknowledged, before or after a kill. */
  isAcknowledged: boolean;
}

describe('a server that is killed while 32 phones send', () => {
  it('keeps every acknowledged ballot once, twenty times over on one SQLite file', {
    timeout: 240_000,
  }, async () => {
    const folder = makeFolder('data');
    await surviveKills({ DATA_DIR: folder }, `sqlite:${join(folder, 'hailong.sqlite')}`, 20);
  });

  describe.skipIf(!hasPostgres())('with its ballots on PostgreSQL', () => {
    it('keeps every acknowledged ballot once, five times over', { timeout: 120_000 }, async () => {
      const url = await createPostgresDatabase();
      await surviveKills({ DATABASE_URL: url, DATA_DIR: makeFolder('data') }, url, 5);
    });
  });
});

async function surviveKills(settings: Record<string, string>, url: string, rounds: number): Promise<void> {
  const ballots: Ballot[] = [];
  let unanswered = 0;
  for (let round = 0; round < rounds; round++) {
    const server = await startServer(settings);
    // Not the last counter, the online channel, whose survey lacks the numbered ballots' questions.
    const code = server.counterCodes[round % (server.counterCodes.length - 1)] ?? '';
    const acknowledged = ballots.filter((ballot) => ballot.isAcknowledged);
    const left = ballots.filter((ballot) => !ballot.isAcknowledged);
    const fresh = await openBallots(server, code, ballots.length);
    ballots.push(...fresh);
    // Retries unanswered ballots, and some answered ones, as if the phone had missed the response.
    const queue = mix(fresh, left, acknowledged.slice(-8));
    // The kill comes at a point between the first and nearly the last response, later in each round.
    await sendUntilKilled(server, queue, Math.floor((round * queue.length) / rounds));
    unanswered += fresh.filter((ballot) => !ballot.isAcknowledged).length;
    await checkStored(url, ballots);
  }
  expect(unanswered, 'the kills came while phones were sending').toBeGreaterThan(0);
  expect(ballots.some((ballot) => ballot.isAcknowledged)).toBe(true);

  const server = await startServer(settings);
  // At the end all ballots are acknowledged, retries included.
  for (let start = 0; start < ballots.length; start += PHONES) {
    const answers = await Promise.all(
      ballots.slice(start, start + PHONES).map(({ form }) => sendForm(server.origin, form)),
    );
    expect(new Set(answers)).toEqual(new Set<Answer>(['thanks']));
  }
  for (const ballot of ballots) ballot.isAcknowledged = true;
  const results = await fetch(`${server.origin}/ket-qua.json`);
  expect(await results.json()).toMatchObject({ received_total: ballots.length });
  expect((await server.stop()).code).toBe(0);
  expect(await checkStored(url, ballots)).toBe(ballots.length);
  expect(await runProgram('cli/hailong', ['recount'], settings)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Tallies and ballots agree\./),
  });
}

/** Opens this round's forms. Every fourth has a comment. */
async function openBallots(server: ServerProcess, code: string, firstSerial: number): Promise<Ballot[]> {
  const serials = Array.from({ length: FORMS }, (_, index) => firstSerial + index);
  return Promise.all(
    serials.map(async (serial) => {
      const comment: Record<string, string> = serial % 4 === 0 ? { comment: `Góp ý ${serial}` } : {};
      const fields = { ...answersOf(serial), kind: 'citizen', ...comment };
      return { serial, form: await openForm(server.origin, code, fields), isAcknowledged: false };
    }),
  );
}

/** Interleaves the lists evenly. */
function mix(...lists: readonly (readonly Ballot[])[]): Ballot[] {
  const placed = lists.flatMap((list) =>
    list.map((ballot, index) => ({ ballot, place: (index + 0.5) / list.length })),
  );
  return placed.sort((a, b) => a.place - b.place).map(({ ballot }) => ballot);
}

/** Sends from 32 phones concurrently and kills the server at the `after`th response. */
async function sendUntilKilled(
  server: ServerProcess,
  queue: readonly Ballot[],
  after: number,
): Promise<void> {
  let next = 0;
  let answered = 0;
  let killed: Promise<unknown> | null = null;
  const phone = async () => {
    while (next < queue.length) {
      const ballot = queue[next++] as Ballot;
      const answer = await sendForm(server.origin, ballot.form);
      expect(answer, server.printed()).not.toBe('refused');
      if (answer === 'none') continue;
      ballot.isAcknowledged = true;
      if (++answered >= after) killed ??= server.kill();
    }
  };
  const phones = Array.from({ length: PHONES }, phone);
  if (after === 0) killed = server.kill();
  await Promise.all(phones);
  await (killed ?? server.kill());
}

/**
 * Checks the database between two runs of the server: every acknowledged ballot is there, none twice, none that was
 * not sent, and all derived data agree. Returns the number of ballots.
 */
async function checkStored(url: string, ballots: readonly Ballot[]): Promise<number> {
  const db = await openDatabase(url);
  try {
    await checkFile(db);
    const stored = [
      ...(await db.selectFrom('ballot_box').select('answers').execute()),
      ...(await db.selectFrom('ballots').select('answers').execute()),
    ].map(({ answers }) => serialOf(answers));
    expect(new Set(stored).size, 'no ballot is there twice').toBe(stored.length);
    const sent = new Set(ballots.map(({ serial }) => serial));
    expect(
      stored.filter((serial) => !sent.has(serial)),
      'no ballot was made up',
    ).toEqual([]);
    const acknowledged = ballots.filter((ballot) => ballot.isAcknowledged).map(({ serial }) => serial);
    const present = new Set(stored);
    expect(
      acknowledged.filter((serial) => !present.has(serial)),
      'no acknowledged ballot is lost',
    ).toEqual([]);
    await checkBeside(db, stored);
    return stored.length;
  } finally {
    await db.destroy();
  }
}

async function checkFile(db: Db): Promise<void> {
  if (isPostgres(db)) return;
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  expect(rows).toEqual([{ integrity_check: 'ok' }]);
}

/** Tallies, respondents, comments and spent tokens are written with their ballots or not at all. */
async function checkBeside(db: Db, stored: readonly number[]): Promise<void> {
  expect(await recount(db, surveys, UNIT)).toEqual([]);
  const sum = (levels: readonly string[]) =>
    levels.flatMap((text) => JSON.parse(text) as LevelCounts).reduce((total, count) => total + count, 0);
  const kinds = await db
    .selectFrom('respondent_tallies')
    .select('counts')
    .where('dimension', '=', 'kind')
    .execute();
  expect(sum(kinds.map(({ counts }) => counts)), 'respondents').toBe(stored.length);
  const tokens = await db.selectFrom('spent_tokens').select('hash').execute();
  expect(tokens.length, 'spent tokens').toBe(stored.length);
  const comments = [
    ...(await db.selectFrom('comment_box').select('text').execute()),
    ...(await db.selectFrom('comments').select('text').execute()),
  ];
  expect(comments.map(({ text }) => Number(text.replace('Góp ý ', ''))).sort((a, b) => a - b)).toEqual(
    stored.filter((serial) => serial % 4 === 0).sort((a, b) => a - b),
  );
}

const surveys = loadSurveys('surveys');
