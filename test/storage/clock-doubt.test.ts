import { describe, expect, it } from 'vitest';
import { confirmClockCommand } from '../../server/cli/commands/installation.ts';
import { judgeClock } from '../../server/clock/confirm-clock.ts';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays, type Day, dayOf } from '../../server/lib/day.ts';
import { checkReportedSeals } from '../../server/reporting/close-periods.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { verifySeals } from '../../server/seal/verify-seals.ts';
import type { Db } from '../../server/storage/schema.ts';
import { commandOf } from '../helpers/command.ts';
import { DATABASES } from '../helpers/databases.ts';
import { createMachine } from '../helpers/machine.ts';
import { openBrowser, signInAs } from '../helpers/staff-client.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

type Machine = ReturnType<typeof createMachine>;

const UNIT = 'dong-son';

/** Starts the server, as `scheduleDailyWork` does. */
async function start(db: Db, machine: Machine): Promise<TestApp> {
  const app = await createTestApp({ db, machine });
  await runDailyWork(app.context);
  return app;
}

async function turn({ context }: TestApp): Promise<void> {
  await judgeClock(context.db, context.clock);
  await runDailyWork(context);
}

/** Runs until the day, with a ballot and the daily work each morning. */
async function runTo(app: TestApp, machine: Machine, day: Day): Promise<void> {
  while (dayOf(app.context.clock.now()) < day) {
    await turn(app);
    await app.submit(app.counters[0]!.code, { 'q.overall': '5' });
    machine.pass(24);
  }
  await turn(app);
}

const today = ({ context }: TestApp): Day => dayOf(context.clock.now());

async function facts(db: Db) {
  const days = async (table: 'settled_days' | 'day_seals' | 'ballots' | 'ballot_box') =>
    (await db.selectFrom(table).select('day').orderBy('day').execute()).map(({ day }) => day);
  const reports = await db
    .selectFrom('closed_reports')
    .select(['period', 'revision', 'body'])
    .orderBy('period')
    .orderBy('revision')
    .execute();
  return {
    settled: (await days('settled_days')).at(-1),
    sealed: (await days('day_seals')).at(-1),
    ballots: [...(await days('ballots')), ...(await days('ballot_box'))],
    reports,
  };
}

const confirm = async (app: TestApp, day: Day) =>
  (await signInAs(app, { role: 'administrator' })).post('/quan-tri/dong-ho', { day });

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('a wrong clock on $name', (database) => {
  it.each([
    ['a year ahead', '2025-02-07T15:00:00+07:00'],
    ['six weeks ahead', '2024-03-20T23:59:00+07:00'],
    ['three days ahead, over a week that ended', '2024-02-10T09:00:00+07:00'],
    ['behind, at the start of an empty battery’s time', '2000-01-01T00:00:00+07:00'],
  ])('that jumps on a running server ends nothing, and ballots keep their day: %s', async (_, wrong) => {
    const db = await database.open();
    const machine = createMachine('2024-01-29T08:00:00+07:00');
    const app = await start(db, machine);
    await runTo(app, machine, '2024-02-07');
    machine.pass(3);
    const before = await facts(db);
    machine.show(wrong);
    await turn(app);
    expect((await app.submit(app.counters[0]!.code, { 'q.overall': '1' })).status).toBe(303);
    expect(await facts(db)).toEqual({ ...before, ballots: [...before.ballots, '2024-02-07'] });
    expect((await app.get('/ket-qua')).status).toBe(200);
    machine.show('2024-02-07T11:01:00+07:00');
    await turn(app);
    expect(app.context.clock.doubt()).toBeNull();
    machine.pass(14);
    await turn(app);
    expect((await facts(db)).sealed).toBe('2024-02-07');
  });

  it('that stays wrong lets the nights go on by the monotonic clock, until somebody says that it is right', async () => {
    const db = await database.open();
    const machine = createMachine('2024-01-29T08:00:00+07:00');
    const app = await start(db, machine);
    await runTo(app, machine, '2024-02-01');
    machine.show('2024-07-11T08:00:00+07:00');
    await runTo(app, machine, '2024-02-04');
    expect((await facts(db)).sealed).toBe('2024-02-03');
    const page = await (await signInAs(app, { role: 'administrator' })).get('/quan-tri');
    expect(await page.text()).toContain('Hôm nay là ngày 14/07/2024, đúng không?');
    expect((await confirm(app, '2024-07-14')).headers.get('Location')).toBe('/quan-tri?xong=1');
    expect(today(app)).toBe('2024-07-14');
    await turn(app);
    expect((await facts(db)).sealed).toBe('2024-07-13');
  });

  it.each([
    ['day and month swapped, 3 February as 2 March', '2024-02-03', '2024-03-02T08:00:00+07:00'],
    ['five months ahead', '2024-02-06', '2024-07-06T08:00:00+07:00'],
    ['a pause of fifty days', '2024-01-31', '2024-03-21T08:00:00+07:00'],
    ['an empty battery', '2024-02-05', '2000-01-01T00:00:30+07:00'],
  ])(
    'at a start takes ballots on the first day that has not ended, and waits for an answer: %s',
    async (_, last, wrong) => {
      const db = await database.open();
      const machine = createMachine('2024-01-29T08:00:00+07:00');
      await runTo(await start(db, machine), machine, last);
      const before = await facts(db);
      machine.show(wrong);
      const app = await start(db, machine.restarted());
      await turn(app);
      expect(today(app)).toBe(last);
      expect((await app.submit(app.counters[0]!.code, { 'q.overall': '4' })).status).toBe(303);
      expect(await facts(db)).toEqual({ ...before, ballots: [...before.ballots, last] });

      const day = dayOf(new Date(wrong));
      expect((await confirm(app, addDays(day, -3))).status).toBe(422);
      if (day < last) {
        machine.show(`${addDays(last, 2)}T08:00:00+07:00`);
        expect((await facts(db)).sealed).toBe(before.sealed);
        await start(db, machine.restarted());
        expect((await facts(db)).sealed).toBe(addDays(last, 1));
        return;
      }
      // An office PC that is off at night: the question stays open, and the nightly jobs stay suspended.
      machine.pass(24);
      const next = await start(db, machine.restarted());
      expect(await facts(db)).toMatchObject({ settled: before.settled, sealed: before.sealed });
      expect((await confirm(next, addDays(day, 1))).status).toBe(303);
      await turn(next);
      expect(await facts(db)).toMatchObject({ settled: day, sealed: day });
      expect(today(await start(db, machine.restarted()))).toBe(addDays(day, 1));
      const acts = await db.selectFrom('acts').select(['kind', 'params']).execute();
      expect(acts).toContainEqual({
        kind: 'clock-confirmed',
        params: JSON.stringify({ day: addDays(day, 1) }),
      });
    },
  );

  it('at a start while days wait to be ended keeps the last day that has ballots, so that open forms stay valid', async () => {
    const db = await database.open();
    const machine = createMachine('2024-01-29T10:00:00+07:00');
    const app = await start(db, machine);
    machine.pass(72);
    const code = app.counters[0]!.code;
    await app.submit(code, { 'q.overall': '3' });
    const form = await (await app.get(`/k/${code}`)).text();
    machine.show('2000-01-01T00:00:00+07:00');
    const again = await createTestApp({ db, machine: machine.restarted() });
    expect(today(again)).toBe('2024-02-01');
    const fields = { t: hiddenField(form, 't'), s: hiddenField(form, 's'), 'q.overall': '2' };
    expect((await again.post(`/k/${code}`, fields)).status).toBe(303);
  });

  it('is believed by every process once somebody has answered, or once the machine’s clock was corrected', async () => {
    const db = await database.open();
    const machine = createMachine('2024-01-29T08:00:00+07:00');
    await start(db, machine);
    machine.show('2024-06-01T08:00:00+07:00');
    const [one, other] = [await start(db, machine.restarted()), await start(db, machine.restarted())];
    expect([today(one), today(other)]).toEqual(['2024-01-29', '2024-01-29']);
    await confirm(one, '2024-06-01');
    // A process sees settings changed by another one after a second.
    await judgeClock(db, other.context.clock);
    expect(today(other)).toBe('2024-06-01');
  });

  it('is not asked about after a holiday of nine days, a night of sleep, or a correction by minutes', async () => {
    const db = await database.open();
    const machine = createMachine('2024-02-07T16:50:00+07:00');
    const app = await start(db, machine);
    await turn(app);
    machine.sleep(15);
    expect([app.context.clock.doubt(), today(app)]).toEqual([null, '2024-02-08']);
    await turn(app);
    machine.show('2024-02-08T08:09:00+07:00');
    expect(app.context.clock.doubt()).toBeNull();
    machine.show('2024-02-17T07:30:00+07:00');
    const after = await start(db, machine.restarted());
    expect([after.context.clock.doubt(), (await facts(db)).sealed]).toEqual([null, '2024-02-16']);
  });

  it('that is set right by some days is followed after a quarter of an hour', async () => {
    const db = await database.open();
    // With an empty battery the clock stands still while the machine is off.
    const machine = createMachine('2024-02-07T16:50:00+07:00');
    const app = await start(db, machine);
    machine.show('2024-02-17T07:30:00+07:00');
    await turn(app);
    machine.pass(0.2);
    await turn(app);
    expect(today(app)).toBe('2024-02-07');
    machine.pass(0.1);
    await turn(app);
    expect([today(app), app.context.clock.doubt()]).toEqual(['2024-02-17', null]);
  });

  it('voids the days that it had ended too early: the chain goes on, and reports get a revision with the reason', async () => {
    const db = await database.open();
    let machine = createMachine('2024-01-29T08:00:00+07:00');
    await runTo(await start(db, machine), machine, '2024-02-06');
    // A jump no longer than a normal pause is accepted after two starts, so real ballots get future days.
    machine.show('2024-02-20T08:00:00+07:00');
    machine = machine.restarted();
    const app = await start(db, machine);
    await runTo(app, machine, '2024-02-22');
    const early = await facts(db);
    expect(early.reports.map(({ period }) => period)).toContain('2024-W06');

    machine.show('2024-02-08T08:00:00+07:00');
    await turn(app);
    expect(today(app)).toBe('2024-02-22');
    expect((await confirm(app, '2024-02-08')).status).toBe(303);
    expect(await facts(db)).toMatchObject({
      settled: '2024-02-07',
      sealed: '2024-02-07',
      reports: early.reports,
    });
    const check = async () => ({
      seals: (await verifySeals(db, app.context.surveys, UNIT, dayOf(app.context.clock.now()))).fault,
      reports: await checkReportedSeals(db, UNIT),
    });
    expect(await check()).toEqual({ seals: null, reports: null });
    expect(await (await app.get('/ket-qua')).text()).toContain('đồng hồ của máy chủ đã chạy trước');

    const leader = await signInAs(app, { role: 'leader' });
    expect(await (await leader.get('/lanh-dao/niem-phong')).text()).toContain('Dấu không còn giá trị');

    await runTo(app, machine, '2024-02-10');
    // A second jump, before the days of the first one are over.
    machine.show('2024-02-25T08:00:00+07:00');
    machine = machine.restarted();
    const again = await start(db, machine);
    machine.show('2024-02-09T08:00:00+07:00');
    await turn(again);
    expect((await confirm(again, '2024-02-09')).status).toBe(303);
    expect(await check()).toEqual({ seals: null, reports: null });
    await runTo(again, machine, '2024-02-26');
    expect(await check()).toEqual({ seals: null, reports: null });

    const late = await facts(db);
    expect(late.ballots).toEqual(expect.arrayContaining(early.ballots));
    const revisions = late.reports.filter(({ period }) => period === '2024-W06');
    const [first, last] = [revisions[0]!, revisions.at(-1)!];
    expect(first).toEqual(early.reports.find(({ period }) => period === '2024-W06'));
    expect(last.revision).toBeGreaterThan(1);
    expect(JSON.parse(last.body) as Report).toMatchObject({
      revision: last.revision,
      replaces: last.revision - 1,
      reason: 'clock-ahead',
    });
    const once = late.reports.filter(({ period }) => period === '2024-01');
    expect(once).toEqual(early.reports.filter(({ period }) => period === '2024-01'));
  });
});

describe('the question whether the clock is right', () => {
  it('is for administrators; a supervisor reads it, and a wrong day is refused', async () => {
    const db = await DATABASES[0]!.open();
    const machine = createMachine('2024-01-29T08:00:00+07:00');
    await start(db, machine);
    machine.show('2027-05-04T08:00:00+07:00');
    const app = await start(db, machine.restarted());
    const supervisor = await signInAs(app, { role: 'supervisor' });
    const page = await (await supervisor.get('/quan-tri')).text();
    expect(page).toContain('04/05/2027');
    expect(page).not.toContain('action="/quan-tri/dong-ho"');
    expect((await supervisor.post('/quan-tri/dong-ho', { day: '2027-05-04' })).status).toBe(403);
    expect((await openBrowser(app).post('/quan-tri/dong-ho', { day: '2027-05-04' })).status).not.toBe(200);
    for (const day of ['', 'x', '2027-5-4', '2027-05-03']) expect((await confirm(app, day)).status).toBe(422);
    expect(today(app)).toBe('2024-01-29');
  });

  it('is answered at the server’s console too, for the day that the machine shows', async () => {
    const db = await DATABASES[0]!.open();
    const machine = createMachine('2024-01-29T08:00:00+07:00');
    await start(db, machine);
    machine.show('2025-08-31T08:00:00+07:00');
    const app = await start(db, machine.restarted());
    const lines: string[] = [];
    const answer = (day: string) =>
      confirmClockCommand(app.context, commandOf('clock', 'confirm', day), (line) => lines.push(line));
    expect([await answer('2025-09-01'), await answer('31/8/2025'), await answer('2025-08-31')]).toEqual([
      1, 1, 0,
    ]);
    expect(lines[0]).toContain('hailong clock confirm 2025-08-31');
    expect(today(app)).toBe('2025-08-31');
  });
});
