import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifySealsCommand } from '../../server/cli/commands/seals.ts';
import { checkReportedSeals, closePeriods } from '../../server/reporting/close-periods.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { shortSeal } from '../../server/seal/seal.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { commandOf } from '../helpers/command.ts';
import { runExport } from '../helpers/exported-lines.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { openSealedApp } from '../helpers/sealed-app.ts';
import { asOwner, DAYS, UNIT } from '../helpers/sealed-office.ts';
import { TAMPERINGS } from '../helpers/tamperings.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** The shell scripts in docs/auditing.md, as an auditor would copy them. */
const [COMPARE, DIGEST] = [...readFileSync('docs/auditing.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(
  ([, script]) => script as string,
) as [string, string];

/** A working folder with the pulled files, and a shell. */
function openDesk() {
  const folder = makeFolder('auditor');
  writeFileSync(join(folder, 'compare.sh'), COMPARE);
  writeFileSync(join(folder, 'digest.sh'), DIGEST);
  const run = (script: string, ...args: string[]): string[] =>
    execFileSync('sh', [script, ...args], { cwd: folder, encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '');
  return {
    keep: (name: string, text: string) => writeFileSync(join(folder, name), text),
    compare: () => run('compare.sh', 'old.json', 'new.json'),
    digest: (day: string) => run('digest.sh', UNIT, day, 'day.jsonl')[0],
    shell: (command: string) => execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).trim(),
  };
}

async function openOffice(): Promise<{ testApp: TestApp; pull: (period?: string) => Promise<string> }> {
  const testApp = await openSealedApp();
  const client = await createApiClient(testApp);
  const pull = async (period = '2024-W05') => (await client.get(`/api/v1/reports/${UNIT}/${period}`)).text();
  return { testApp, pull };
}

async function verify({ context }: TestApp): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await verifySealsCommand(
    context,
    commandOf('seal', 'verify'),
    (line) => void lines.push(line),
  );
  return { code, said: lines.join('\n') };
}

const digestIn = (json: string, day: string): string | undefined =>
  (JSON.parse(json) as Report).seal?.days.find((sealed) => sealed.day === day)?.digest;

/** Recomputes all seals, so that the database is consistent with itself. */
async function resealDays({ context: { db, clock } }: TestApp): Promise<void> {
  await db.deleteFrom('day_seals').execute();
  await sealDays(db, clock);
}

/** Whether the shell tools exist, which they do not on Windows; with `CI=true` a lack of them is a failure. */
function hasTools(): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v grep sort cut sed sha256sum']);
    return true;
  } catch {
    console.warn('\nSKIPPED: the lines of docs/auditing.md need sh, grep, sort, cut, sed and sha256sum.\n');
    return process.env.CI === 'true';
  }
}

describe.skipIf(!hasTools())('the lines of the auditor’s document', () => {
  it('are at most ten and compute what the program computes, without it', async () => {
    expect(COMPARE.trim().split('\n').length).toBeLessThanOrEqual(10);
    expect(DIGEST.trim().split('\n').length).toBeLessThanOrEqual(10);
    const { testApp, pull } = await openOffice();
    const desk = openDesk();
    const json = await pull();
    desk.keep('old.json', json);
    desk.keep('new.json', await pull('2024-02'));
    expect(desk.compare()).toEqual([]);
    for (const [day, ballots] of DAYS) {
      const { code, printed, explained } = await runExport(testApp.context, day);
      expect([code, explained]).toEqual([0, []]);
      desk.keep('day.jsonl', printed.map((line) => `${line}\n`).join(''));
      expect(desk.digest(day), day).toBe(digestIn(json, day));
      expect(desk.shell(`grep -c '^{"answers":' day.jsonl || true`)).toBe(`${ballots}`);
    }
  });

  it('compute the digest of each day of a range from its own lines', async () => {
    const { testApp, pull } = await openOffice();
    const desk = openDesk();
    const json = await pull();
    const { code, printed, explained } = await runExport(testApp.context, '2024-01-29..2024-02-02');
    expect([code, explained]).toEqual([0, []]);
    desk.keep('days.jsonl', printed.map((line) => `${line}\n`).join(''));
    const [, split] = /^`(grep .*)`$/m.exec(readFileSync('docs/auditing.md', 'utf8')) as string[] as [
      string,
      string,
    ];
    for (const [day, ballots] of DAYS) {
      desk.shell(`${split.replaceAll('2024-01-29', day)} || true`);
      expect(desk.digest(day), day).toBe(digestIn(json, day));
      expect(desk.shell(`grep -c '^{"answers":' day.jsonl || true`)).toBe(`${ballots}`);
    }
  });

  it('follow the chain from one period’s file into the next', async () => {
    const { testApp, pull } = await openOffice();
    testApp.setTime('2024-02-12T08:00:00+07:00');
    await finishDays(testApp.context);
    const desk = openDesk();
    desk.keep('old.json', await pull('2024-W05'));
    const next = await pull('2024-W06');
    desk.keep('new.json', next);
    expect(desk.compare()).toEqual([]);
    const { chain } = (JSON.parse(next) as Report).seal!.days[2]!;
    desk.keep(
      'new.json',
      next.replace(
        chain,
        chain.replace(/^./, (first) => (first === '0' ? '1' : '0')),
      ),
    );
    expect(desk.compare()[0]).toBe('2024-02-07 does not follow from the day before it');
  });

  it.each(TAMPERINGS)('and seal verify: $name', async ({ act, fault }) => {
    const { day } = fault as { day: string };
    const { testApp, pull } = await openOffice();
    const { db } = testApp.context;
    const desk = openDesk();
    const old = await pull();
    desk.keep('old.json', old);
    await asOwner(db, () => act(db));
    const said = await verify(testApp);
    expect(said.code).toBe(1);
    expect(said.said).toContain(`KHÔNG KHỚP. Ngày ${day.split('-').reverse().join('/')}`);

    // The seals are unchanged, so the files agree; but the ballots no longer match them.
    desk.keep('new.json', await pull());
    expect(desk.compare()).toEqual([]);
    desk.keep(
      'day.jsonl',
      (await runExport(testApp.context, day)).printed.map((line) => `${line}\n`).join(''),
    );
    expect(desk.digest(day)).not.toBe(digestIn(old, day));

    // New seals match the data, but no longer the file kept elsewhere.
    await resealDays(testApp);
    expect((await verify(testApp)).code).toBe(0);
    const renewed = await pull();
    desk.keep('new.json', renewed);
    expect(desk.compare()[0]).toBe(`${day} is sealed differently in the two files`);
    expect(desk.digest(day)).toBe(digestIn(renewed, day));
  });

  it('say why they cannot: a closed period’s file is stored bytes, and verifying compares with those', async () => {
    const { testApp, pull } = await openOffice();
    const { db, surveys, clock } = testApp.context;
    testApp.setTime('2024-02-12T08:00:00+07:00');
    await finishDays(testApp.context);
    await closePeriods(db, surveys, clock);
    const old = await pull();
    expect((JSON.parse(old) as Report).period.closed_at).not.toBeNull();
    expect(await checkReportedSeals(db, UNIT)).toBeNull();
    const tampering = TAMPERINGS[1]!;
    await asOwner(db, () => tampering.act(db));
    await resealDays(testApp);
    expect(await pull()).toBe(old);
    expect(await checkReportedSeals(db, UNIT)).toMatchObject({ kind: 'report-differs', day: '2024-01-31' });
    expect((await verify(testApp)).said).toContain('báo cáo đã chốt của kỳ');

    // If the reports are rewritten too, only the file kept elsewhere reveals the change.
    await db.updateTable('closed_reports').set({ body: '{' }).where('period', '=', '2024-01').execute();
    expect(await checkReportedSeals(db, UNIT)).toEqual({
      kind: 'report-changed',
      day: '2024-01-01',
      period: '2024-01',
    });
    await db.deleteFrom('closed_reports').execute();
    await closePeriods(db, surveys, clock);
    expect(await verify(testApp)).toMatchObject({ code: 0 });
    const desk = openDesk();
    desk.keep('old.json', old);
    desk.keep('new.json', await pull());
    expect(desk.compare()[0]).toBe('2024-01-31 is sealed differently in the two files');
  });
});

describe('the commands', () => {
  it('verify says what was examined and which seal to compare', async () => {
    const { testApp } = await openOffice();
    const { code, said } = await verify(testApp);
    expect(code).toBe(0);
    expect(said).toContain('dong-son: đã kiểm tra 5 ngày, từ 29/01/2024 đến 02/02/2024.');
    const { chain } = (await testApp.context.db.selectFrom('day_seals').selectAll().execute()).at(-1)!;
    expect(said).toContain(`Mã đối chiếu ngày 02/02/2024: ${shortSeal(chain)} (${chain}).`);
  });

  it('verify says so where nothing is sealed yet', async () => {
    const testApp = await createTestApp();
    expect(await verify(testApp)).toEqual({ code: 0, said: 'dong-son: chưa khóa số liệu ngày nào.' });
  });
});
