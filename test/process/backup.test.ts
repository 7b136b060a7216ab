import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type OpenForm, openForm, sendForm } from '../helpers/citizen-client.ts';
import { digestFolder } from '../helpers/folder-digest.ts';
import { answersOf, serialOf } from '../helpers/numbered-ballots.ts';
import { runProgram, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

const hailong = (args: readonly string[], settings: Readonly<Record<string, string>>) =>
  runProgram('cli/hailong', args, settings);

/** Serial numbers of the ballots in a database file, in order. */
function serialsIn(path: string): number[] {
  const connection = new SqliteConnection(path, { readonly: true });
  const rows = connection
    .prepare('select answers from ballot_box union all select answers from ballots')
    .all() as { answers: string }[];
  connection.close();
  return rows.map(({ answers }) => serialOf(answers)).sort((a, b) => a - b);
}

const LOAD_MS = 5_000;
const BALLOTS_A_SECOND = 200;
const TICK_MS = 25;

/** Opens forms in advance, so that the load consists of submissions only. */
async function openForms(origin: string, codes: readonly string[], count: number): Promise<OpenForm[]> {
  const forms: OpenForm[] = [];
  const next = async () => {
    while (forms.length < count) {
      const serial = forms.length;
      forms.push({ path: '', fields: {} });
      forms[serial] = await openForm(origin, codes[serial % codes.length] ?? '', answersOf(serial));
    }
  };
  await Promise.all(Array.from({ length: 16 }, next));
  return forms;
}

/** Public figures without the events of the restore and the time of the request. */
async function publicFigures(origin: string): Promise<unknown> {
  const { events: _, ...rest } = await (await fetch(`${origin}/ket-qua.json`)).json();
  return { ...rest, report: { ...rest.report, as_of: null } };
}

describe('backup and restore, with a separate server process', () => {
  it('under 200 ballots a second: the backup has every ballot acknowledged before it began, and figures are equal', async () => {
    const data = { DATA_DIR: join(makeFolder('busy'), 'data') };
    const copies = makeFolder('copies');
    const underLoad = join(copies, 'under-load.sqlite');
    const afterwards = join(copies, 'afterwards.sqlite');
    const server = await startServer(data);
    // Without the last counter, the online channel, whose survey lacks the numbered ballots' questions.
    const codes = server.counterCodes.slice(0, -1);
    const forms = await openForms(server.origin, codes, (LOAD_MS / 1_000) * BALLOTS_A_SECOND);

    const acknowledged = new Set<number>();
    const answers: Promise<void>[] = [];
    let acknowledgedBefore: readonly number[] | null = null;
    let acknowledgedAfter = 0;
    let backup: ReturnType<typeof hailong> | null = null;
    const started = Date.now();
    for (let sent = 0; sent < forms.length; ) {
      const due = Math.min(forms.length, Math.floor(((Date.now() - started) * BALLOTS_A_SECOND) / 1_000));
      for (; sent < due; sent += 1) {
        const serial = sent;
        const answer = sendForm(server.origin, forms[serial] as OpenForm).then((result) => {
          expect(result).toBe('thanks');
          acknowledged.add(serial);
        });
        answers.push(answer);
      }
      if (backup === null && sent >= forms.length / 10) {
        acknowledgedBefore = [...acknowledged];
        backup = hailong(['backup', underLoad], data);
        void backup.then(() => {
          acknowledgedAfter = acknowledged.size;
        });
      }
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
    await Promise.all(answers);
    expect(await backup).toMatchObject({ code: 0, stderr: '' });
    expect(acknowledged.size).toBe(forms.length);
    // The load continued during the backup.
    expect(acknowledgedBefore?.length).toBeGreaterThan(0);
    expect(acknowledgedAfter).toBeGreaterThan(acknowledgedBefore?.length ?? 0);

    expect(await hailong(['backup', afterwards], data)).toMatchObject({ code: 0 });
    const figures = await publicFigures(server.origin);
    expect((await server.stop()).code).toBe(0);

    // Restores the backup made under load on an empty machine: it must be complete and counted correctly.
    const first = { DATA_DIR: join(makeFolder('empty'), 'data') };
    expect(await hailong(['restore', underLoad], first)).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(first.DATA_DIR)).toEqual(['hailong.sqlite']);
    const restored = new Set(serialsIn(join(first.DATA_DIR, 'hailong.sqlite')));
    expect(acknowledgedBefore?.filter((serial) => !restored.has(serial))).toEqual([]);
    expect([...restored].every((serial) => serial < forms.length)).toBe(true);
    const recounted = await hailong(['recount'], first);
    expect(recounted).toMatchObject({ code: 0, stdout: expect.stringContaining('agree') });

    // Restores the later backup: the same ballots and the same public figures.
    const second = { DATA_DIR: join(makeFolder('empty'), 'data') };
    expect(await hailong(['restore', afterwards], second)).toMatchObject({ code: 0, stderr: '' });
    expect(serialsIn(join(second.DATA_DIR, 'hailong.sqlite'))).toEqual(forms.map((_, serial) => serial));
    expect(await hailong(['recount'], second)).toMatchObject({ code: 0 });
    const again = await startServer(second);
    expect(again.counterCodes).toEqual(server.counterCodes);
    expect(await publicFigures(again.origin)).toEqual(figures);
    const { events } = await (await fetch(`${again.origin}/ket-qua.json`)).json();
    expect(events).toEqual([
      {
        day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        kind: 'restored',
        params: { copied_on: expect.any(String) },
      },
    ]);
    await again.stop();
  }, 180_000);

  it('is refused while the server runs, with nothing changed but what the server writes', async () => {
    const data = { DATA_DIR: join(makeFolder('running'), 'data') };
    const server = await startServer(data);
    const copy = join(makeFolder('copies'), 'copy.sqlite');
    expect(await hailong(['backup', copy], data)).toMatchObject({ code: 0 });
    const refused = await hailong(['restore', copy], data);
    expect(refused).toMatchObject({ code: 1, stderr: '' });
    expect(refused.stdout).toContain('Hãy dừng máy chủ');
    const form = await openForm(server.origin, server.counterCodes[0] ?? '', answersOf(1));
    expect(await sendForm(server.origin, form)).toBe('thanks');
    await server.stop();
    expect(readdirSync(data.DATA_DIR).filter((name) => name.includes('restore'))).toEqual([]);
  });

  it('says in plain words why a file is refused, and changes nothing', async () => {
    const data = { DATA_DIR: join(makeFolder('stopped'), 'data') };
    await (await startServer(data)).stop();
    const before = digestFolder(data.DATA_DIR);
    const refused = await hailong(['restore', 'package.json'], data);
    expect(refused).toMatchObject({ code: 1, stderr: '' });
    expect(refused.stdout).toMatch(/package\.json không phải là bản sao lưu.*\nChưa có gì bị thay đổi\.\n/);
    const overwriting = await hailong(['backup', 'package.json'], data);
    expect(overwriting.code).toBe(1);
    expect(overwriting.stdout).toContain('--force');
    expect(digestFolder(data.DATA_DIR)).toEqual(before);
  });

  it('refers to PostgreSQL’s own tools on PostgreSQL', async () => {
    const settings = { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' };
    const backup = await hailong(['backup', 'a.dump'], settings);
    expect(backup).toMatchObject({ code: 2, stderr: '' });
    expect(backup.stdout).toContain('pg_dump --format=custom --file=a.dump "$DATABASE_URL"');
    const restore = await hailong(['restore', 'a.dump'], settings);
    expect(restore.code).toBe(2);
    expect(restore.stdout).toContain('pg_restore');
    expect(`${backup.stdout}${restore.stdout}`).not.toContain('secret');
  });

  it('doctor finds no problem in a new office that runs, also as JSON', async () => {
    const data = { DATA_DIR: join(makeFolder('healthy'), 'data') };
    const server = await startServer(data);
    const settings = { ...data, HOST: '127.0.0.1', PORT: String(server.port) };
    // The first daily backup is made directly after the server's start.
    await expect
      .poll(async () => (await hailong(['doctor'], settings)).code, { timeout: 40_000, interval: 500 })
      .toBe(0);
    const { code, stdout } = await hailong(['doctor', '--full', '--json'], settings);
    expect(code).toBe(0);
    const codes = (JSON.parse(stdout) as { code: string }[]).map((found) => found.code);
    expect(codes).toEqual(
      expect.arrayContaining(['port-served', 'database-ok', 'tallies-ok', 'copy-ok', 'clock-ok']),
    );
    await server.stop();
  }, 120_000);
});
