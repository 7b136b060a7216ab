import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { fillOffice, UNIT } from '../helpers/sealed-office.ts';
import { runProgram } from '../helpers/server-process.ts';
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
    expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(['answers', 'all_equal']);
    expect(await seal('export', '2030-01-01')).toMatchObject({ code: 1, stdout: '' });
    expect(await seal('export', 'hom-qua')).toMatchObject({ code: 2, stdout: '' });
    expect((await seal('export')).code).toBe(2);

    await db
      .updateTable('tallies')
      .set({ ballots: 9, counts: '{}' })
      .where('day', '=', '2024-01-31')
      .execute();
    await db.destroy();
    expect((await seal('verify')).code).toBe(1);
  }, 60_000);
});
