import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { fillOffice, storeBallots, UNIT } from '../helpers/sealed-office.ts';
import { runProgram, runProgramAndClose } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

describe('the commands of the seals', () => {
  it('verify and export a day from the command line, with exit codes', async () => {
    const DATA_DIR = makeFolder('sealed');
    const db = await openDatabase(`sqlite:${join(DATA_DIR, 'hailong.sqlite')}`);
    await migrate(db);
    await fillOffice(db);
    const seal = (...args: string[]) => runProgram('cli/hailong', ['seal', ...args], { DATA_DIR });

    const verified = await seal('verify');
    expect(verified.code).toBe(0);
    expect(verified.stdout).toContain(`${UNIT}: `);
    const exported = await seal('export', '2024-01-31');
    expect(exported.code).toBe(0);
    const lines = exported.stdout.trim().split('\n');
    // A ballot, a counter's tally, and the first line of the respondent tallies.
    expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(['answers', 'all_equal', 'day']);
    expect(await seal('export', '2030-01-01')).toMatchObject({ code: 1, stdout: '' });
    expect(await seal('export', 'hom-qua')).toMatchObject({ code: 2, stdout: '' });
    expect((await seal('export')).code).toBe(2);

    const days = ['2024-01-29', '2024-01-30', '2024-01-31', '2024-02-01', '2024-02-02'];
    const single: string[] = [];
    for (const day of days) single.push((await seal('export', day)).stdout);
    const range = `${days[0]}..${days.at(-1)}`;
    const whole = await seal('export', range);
    expect(whole).toMatchObject({ code: 0, stdout: single.join(''), stderr: '' });
    const watched = await seal('export', range, '--progress');
    expect(watched).toMatchObject({ code: 0, stdout: whole.stdout });
    expect(watched.stderr).toMatch(/^Đã xuất 0 trên 16 phiếu \(0%\)\.\n[^\n]*\(100%\)\.\n$/);
    const wide = await seal('export', '2024-01-28..2024-02-02');
    expect(wide).toMatchObject({ code: 1, stdout: whole.stdout });
    expect(wide.stderr).toContain('28/01/2024');

    await db
      .updateTable('tallies')
      .set({ ballots: 9, counts: '{}' })
      .where('day', '=', '2024-01-31')
      .execute();
    await db.destroy();
    expect((await seal('verify')).code).toBe(1);
  }, 60_000);

  it('end without an error when the reader of an export closes the pipe', async () => {
    const DATA_DIR = makeFolder('sealed');
    const db = await openDatabase(`sqlite:${join(DATA_DIR, 'hailong.sqlite')}`);
    await migrate(db);
    const clock = await fillOffice(db);
    // More output than a pipe's buffer can hold.
    await storeBallots(db, clock, 4_000);
    clock.set('2024-02-04T08:00:00+07:00');
    await finishDays({ db, clock });
    await db.destroy();
    const closed = await runProgramAndClose('cli/hailong', ['seal', 'export', '2024-01-29..2024-02-03'], {
      DATA_DIR,
    });
    expect(closed).toMatchObject({ code: 1, signal: null, stderr: '' });
    expect(closed.stdout).toContain('{"answers":');
  }, 60_000);
});
