import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../server/lib/clock.ts';
import { systemRandom } from '../../server/lib/random.ts';
import { renewFirstAdministratorLink } from '../../server/staff/make-link.ts';
import { hashToken } from '../../server/staff/token.ts';
import { openDatabase } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { firstUnitSchema, seedUnit } from '../../server/unit/seed-unit.ts';
import { openForm, sendForm } from '../helpers/citizen-client.ts';
import { createInstallation } from '../helpers/installation.ts';
import { answersOf } from '../helpers/numbered-ballots.ts';
import { createPostgresDatabase, hasPostgres } from '../helpers/postgres-database.ts';
import { runProgram, type ServerProcess, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

const HERE = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' };

async function vote(server: ServerProcess, serial: number): Promise<void> {
  const form = await openForm(server.origin, server.counterCodes[0] ?? '', answersOf(serial));
  expect(await sendForm(server.origin, form)).toBe('thanks');
}

async function countReceived(server: ServerProcess): Promise<number> {
  const response = await fetch(`${server.origin}/ket-qua.json`);
  return ((await response.json()) as { received_total: number }).received_total;
}

describe('a start that fails', () => {
  it.each([
    ['server/launch.mjs', 'main'],
    ['dist/server/main.js'],
    ['dist/server/cli/hailong.js', 'doctor'],
    ['dist/server/cli/demo.js'],
  ])('of %s says in one sentence that Node is too old, before anything native is loaded', (...args) => {
    const pretend = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`--import=data:text/javascript,${encodeURIComponent(pretend)}`, ...args],
      { cwd: createInstallation(), encoding: 'utf8', timeout: 30_000 },
    );
    expect(stderr).toMatch(/^Hai Long needs Node 22\.12 or newer.*\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('names every bad setting on a line of its own', async () => {
    const { code, stderr, stdout } = await runProgram('main', [], {
      PORT: 'tám nghìn',
      METRICS_PORT: '65536',
      PUBLIC_URL: 'khaosat.example.gov.vn',
      DATABASE_URL: 'mysql://127.0.0.1/hailong',
      TRUSTED_PROXIES: '-1',
      ALLOW_HTTP: 'maybe',
      LOG_LEVEL: 'loud',
      DEFAULT_LOCALE: 'fr',
    });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const lines = stderr.trim().split('\n');
    expect(lines.map((line) => line.split('=')[0]).sort()).toEqual([
      'ALLOW_HTTP',
      'DATABASE_URL',
      'DEFAULT_LOCALE',
      'LOG_LEVEL',
      'METRICS_PORT',
      'PORT',
      'PUBLIC_URL',
      'TRUSTED_PROXIES',
    ]);
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+=".*" is not usable: expected .+\.$/);
  });

  it.each(['PORT', 'METRICS_PORT'])(
    'says that the port of %s is taken, and by which setting to change it',
    async (name) => {
      const first = await startServer({ DATA_DIR: makeFolder('data') });
      const settings = { ...HERE, DATA_DIR: makeFolder('data'), [name]: String(first.port) };
      const second = await runProgram('main', [], settings);
      expect(second.code).toBe(1);
      expect(`${second.stdout}${second.stderr}`).toBe(
        `Cổng ${first.port} đang có chương trình khác dùng. Hãy đặt ${name} thành một số khác.\n`,
      );
      await first.stop();
    },
  );

  it('prints ASCII on a console without Unicode', async () => {
    const first = await startServer({ DATA_DIR: makeFolder('data') });
    const settings = { ...HERE, DATA_DIR: makeFolder('data'), PORT: String(first.port), LANG: 'C' };
    const { stdout } = await runProgram('main', [], settings);
    expect(stdout).toBe(
      `Cong ${first.port} dang co chuong trinh khac dung. Hay dat PORT thanh mot so khac.\n`,
    );
    await first.stop();
  });

  it('names a file that is no database, in one line', async () => {
    const folder = makeFolder('data');
    const path = join(folder, 'hailong.sqlite');
    writeFileSync(path, 'Phiếu khảo sát mức độ hài lòng\n'.repeat(100));
    const before = readFileSync(path);
    for (const [entry, args] of [
      ['main', []],
      ['cli/hailong', ['recount']],
    ] as const) {
      const { code, stderr } = await runProgram(entry, args, { ...HERE, DATA_DIR: folder });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^T[eệ]p c[oơ] s[oở] d[uữ] li[eệ]u b[iị] h[oỏ]ng .*\n$/);
      expect(stderr).toContain(`(The database sqlite:${path} cannot be opened: file is not a database.)`);
    }
    expect(readFileSync(path)).toEqual(before);
  });

  it('names a data folder that is a file', async () => {
    const file = join(makeFolder('data'), 'tệp');
    writeFileSync(file, '');
    const { code, stderr } = await runProgram('main', [], { ...HERE, DATA_DIR: file });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^.*The database sqlite:.* cannot be opened: .*\n$/);
  });

  it('does not serve when the first administrator’s link cannot be stored', async () => {
    const folder = makeFolder('no-folder');
    writeFileSync(join(folder, 'file'), 'no folder');
    const { code, stderr } = await runProgram('main', [], {
      ...HERE,
      DATA_DIR: join(folder, 'file'),
      DATABASE_URL: `sqlite:${join(folder, 'hailong.sqlite')}`,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('EEXIST');
  });

  it('names a database server that does not answer, without the password', async () => {
    const url = 'postgres://hailong:rất-bí-mật@127.0.0.1:1/hailong';
    // The server waits until the database is available; the administrator's tool does not.
    const { code, stderr } = await runProgram('cli/hailong', ['counters'], { ...HERE, DATABASE_URL: url });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^.*\(The database postgres:\/\/hailong@127\.0\.0\.1:1\/hailong cannot be opened: .*\n$/,
    );
  });

  it('names the place of a fault in a survey file', async () => {
    const installation = createInstallation();
    const path = join(installation, 'surveys', 'mot-cua-ngan', 'v1.json');
    const survey = JSON.parse(readFileSync(path, 'utf8'));
    survey.questions[2].text.vi = '';
    writeFileSync(path, JSON.stringify(survey));
    const folder = join(makeFolder('data'), 'new');
    const { code, stderr, stdout } = await runProgram(
      'main',
      [],
      { ...HERE, DATA_DIR: folder },
      { installation },
    );
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('mot-cua-ngan/v1.json');
    expect(stderr).toContain('questions[2].text.vi: ');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(folder), 'nothing was created').toBe(false);
  });

  it('refuses a published survey that was changed afterwards', async () => {
    const installation = createInstallation();
    const path = join(installation, 'surveys', 'mot-cua-ngan', 'v1.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Giấy tờ phải nộp', 'Giấy tờ đã nộp'));
    const { code, stderr } = await runProgram(
      'main',
      [],
      { ...HERE, DATA_DIR: makeFolder('data') },
      { installation },
    );
    expect(code).toBe(1);
    expect(stderr).toContain('mot-cua-ngan/v1.json');
  });
});

describe('a start', () => {
  it('works in a folder with spaces and Vietnamese letters, and again: counters, key and ballots are kept', async () => {
    const settings = {
      DATA_DIR: join(makeFolder('data'), 'Dữ liệu khảo sát', 'Xã Đông Sơn (một cửa) 100% #1'),
    };
    const first = await startServer(settings);
    expect(first.counterCodes).toHaveLength(5);
    expect(new Set(first.counterCodes).size).toBe(5);
    const form = await openForm(first.origin, first.counterCodes[1] ?? '', answersOf(1));
    const waiting = await openForm(first.origin, first.counterCodes[1] ?? '', answersOf(2));
    expect(await sendForm(first.origin, form)).toBe('thanks');
    await first.stop();
    expect(existsSync(join(settings.DATA_DIR, 'hailong.sqlite'))).toBe(true);

    const second = await startServer(settings);
    expect(second.counterCodes).toEqual(first.counterCodes);
    // Forms opened before the stop can be submitted afterwards; retries are recognised.
    expect(await sendForm(second.origin, waiting)).toBe('thanks');
    expect(await sendForm(second.origin, form)).toBe('thanks');
    expect(await countReceived(second)).toBe(2);
    await second.stop();
  });

  it('continues after a power cut during the first migration', async () => {
    const folder = makeFolder('data');
    const path = join(folder, 'hailong.sqlite');
    // An existing table makes the migration fail half-way, like a power cut.
    const inTheWay = new SqliteConnection(path);
    inTheWay.exec('create table secrets (n integer)');
    inTheWay.close();
    const failed = await runProgram('cli/hailong', ['migrate'], { DATA_DIR: folder });
    expect(failed.code).toBe(1);
    const clearing = new SqliteConnection(path);
    clearing.exec('drop table secrets');
    clearing.close();
    const server = await startServer({ DATA_DIR: folder });
    await vote(server, 1);
    await server.stop();
  });

  it('prints addresses that work, with the actual port', async () => {
    const server = await startServer({ DATA_DIR: makeFolder('data') });
    const addresses = server.printed().match(/http:\S+/g) ?? [];
    // Five counters, posters, results. The sign-in link is in a file, as there is no terminal.
    expect(addresses.length).toBeGreaterThanOrEqual(7);
    for (const address of addresses) {
      expect(Number(new URL(address).port)).toBe(server.port);
      expect((await fetch(address)).status).toBe(200);
    }
    await server.stop();
  });

  it('ends with npm and its shell, which pass no signal on', async () => {
    // Like npm: a shell remains the parent process.
    const wrapper = ['sh', '-c', '"$0" "$@"; exit $?'];
    const settings = { DATA_DIR: makeFolder('data'), npm_lifecycle_event: 'start' };
    const server = await startServer(settings, { wrapper });
    // Resolves when the server, too, has closed its output.
    await server.stop();
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow();
  });

  it('serves metrics on loopback, no finer than the unit', async () => {
    const free = await startServer({ DATA_DIR: makeFolder('data') });
    await free.stop();
    const server = await startServer({
      DATA_DIR: makeFolder('data'),
      HOST: '0.0.0.0',
      METRICS_PORT: String(free.port),
    });
    await vote(server, 1);
    await vote(server, 2);
    const scrape = async () => (await fetch(`http://127.0.0.1:${free.port}/metrics`)).text();
    // The first backup is made while the server is running.
    await expect.poll(scrape).toMatch(/^hailong_backup_age_seconds \d+$/m);
    const text = await scrape();
    expect(text).toContain('hailong_ballots_received_total{unit="dong-son"} 2\n');
    for (const code of server.counterCodes) expect(text).not.toContain(code);
    expect(text).toContain('hailong_database_up 1\n');
    expect(text).toMatch(/^hailong_build_info\{version="\d+\.\d+\.\d+"\} 1$/m);
    expect(findFormatFaults(text)).toEqual([]);
    await server.stop();
  });
});

/** What `promtool check metrics` rejects or warns of: samples without HELP and TYPE before them, split metrics. */
function findFormatFaults(text: string): string[] {
  const faults = text.endsWith('\n') ? [] : ['no line end at the end'];
  const helped = new Set<string>();
  const typed = new Map<string, string>();
  let last = '';
  for (const line of text.trimEnd().split('\n')) {
    const [, comment, name = '', rest = ''] =
      /^(?:# (HELP|TYPE) )?([a-z_:][a-z0-9_:]*)(?:\{[a-z_]+="[^"\\]*"(?:,[a-z_]+="[^"\\]*")*\})? (.+)$/.exec(
        line,
      ) ?? [];
    if (name === '') faults.push(`unreadable: ${line}`);
    else if (comment === 'HELP') helped.add(name);
    else if (comment === 'TYPE') typed.set(name, rest);
    else {
      if (!helped.has(name) || !typed.has(name)) faults.push(`no HELP or TYPE: ${name}`);
      if (Number.isNaN(Number(rest))) faults.push(`no number: ${line}`);
      if ((typed.get(name) === 'counter') !== name.endsWith('_total'))
        faults.push(`counter without _total: ${name}`);
    }
    if (comment === 'HELP' && helped.has(name) && last !== name && typed.has(name))
      faults.push(`twice: ${name}`);
    last = name;
  }
  return faults;
}

describe('the administrator’s tool', () => {
  const tool = (args: readonly string[], settings: Record<string, string> = {}) =>
    runProgram('cli/hailong', args, settings);

  it('prints its help, and rejects unknown commands with exit code 2', async () => {
    const help = await tool(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['migrate', 'counters', 'api-key create', 'recount']) {
      expect(help.stdout).toContain(`  ${command}`);
    }
    for (const args of [[], ['đếm'], ['recount', 'all'], ['counters', '--yaml']]) {
      expect({ args, code: (await tool(args)).code }).toEqual({ args, code: 2 });
    }
  });

  it('creates the database, and lists the counters that the server then prints', async () => {
    const settings = {
      DATA_DIR: join(makeFolder('data'), 'mới'),
      PUBLIC_URL: 'https://khaosat.example.gov.vn',
    };
    expect(await tool(['migrate'], settings)).toMatchObject({ code: 0, stderr: '' });
    const listed = await tool(['counters', '--json'], settings);
    expect(listed.code).toBe(0);
    const counters = JSON.parse(listed.stdout) as {
      code: string;
      name: string;
      url: string;
      open: boolean;
    }[];
    for (const counter of counters) {
      expect(Object.keys(counter)).toEqual(['code', 'name', 'url', 'open']);
      expect(counter.url).toBe(`https://khaosat.example.gov.vn/k/${counter.code}`);
      expect(counter.open).toBe(true);
    }
    const server = await startServer(settings);
    expect(server.surveyAddresses).toEqual(counters.map(({ url }) => url));
    await vote(server, 1);
    await server.stop();
    expect(await tool(['recount'], settings)).toMatchObject({
      code: 0,
      stdout:
        'Tallies and ballots agree.\n' +
        'The tally by kind and field of respondents cannot be rebuilt from ballots; seal verify checks it.\n',
    });
  });

  it('finds a tally that differs from the ballots and repairs it: exit code 1, then 0', async () => {
    const settings = { DATA_DIR: makeFolder('data') };
    const server = await startServer(settings);
    for (const serial of [1, 2, 3]) await vote(server, serial);
    await server.stop();
    const file = new SqliteConnection(join(settings.DATA_DIR, 'hailong.sqlite'));
    file.exec("update tallies set ballots = ballots + 1, counts = json_set(counts, '$.ballots', 4)");
    file.close();
    const found = await tool(['recount'], settings);
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('tallies 4, ballots 3');
    expect((await tool(['recount', '--repair'], settings)).code).toBe(0);
    expect((await tool(['recount'], settings)).code).toBe(0);
  });

  it('prints an API key alone on the last line', async () => {
    const settings = { DATA_DIR: makeFolder('data') };
    mkdirSync(settings.DATA_DIR, { recursive: true });
    const { code, stdout } = await tool(['api-key', 'create', '--name', 'Phòng Nội vụ'], settings);
    expect(code).toBe(0);
    const key = stdout.trimEnd().split('\n').at(-1) ?? '';
    expect(key).toMatch(/^hl_\w+$/);
    const server = await startServer(settings);
    const ask = (headers: Record<string, string>) =>
      fetch(`${server.origin}/api/v1/reports?period=${new Date().getFullYear()}`, { headers });
    expect((await ask({ Authorization: `Bearer ${key}` })).status).toBe(200);
    expect((await ask({})).status).toBe(401);

    const listed = await tool(['api-key', 'list', '--json'], settings);
    expect(listed.stdout).not.toContain(key);
    const [row] = JSON.parse(listed.stdout) as [Record<string, unknown>];
    expect(row).toMatchObject({ name: 'Phòng Nội vụ', units: null, state: 'active' });
    expect(row).not.toHaveProperty('hash');
    const revoked = await tool(['api-key', 'revoke', String(row.id)], settings);
    expect([revoked.code, revoked.stderr]).toEqual([0, '']);
    expect((await ask({ Authorization: `Bearer ${key}` })).status).toBe(401);
    await server.stop();
  });

  it('says why a key was not created or revoked', async () => {
    const settings = { DATA_DIR: makeFolder('data'), LC_ALL: 'C.UTF-8' };
    const empty = await tool(['api-key', 'list'], settings);
    expect(empty).toMatchObject({ code: 0, stdout: 'Chưa cấp khóa nào.\n' });
    for (const [args, sentence] of [
      [['create', '--name', ''], /Thiếu tên/],
      [['create', '--name', 'A', '--unit', 'khong-co'], /Không có đơn vị nào mang mã khong-co/],
      [['create', '--name', 'A', '--expires', '31/12/2029'], /31\/12\/2029 không phải là ngày/],
      [['create', '--name', 'A', '--expires', '2020-01-01'], /Ngày 2020-01-01 đã qua/],
      [['revoke', 'khong-co'], /Không có khóa nào mang mã số khong-co/],
    ] as const) {
      const { code, stdout, stderr } = await tool(['api-key', ...args], settings);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(sentence);
    }
    const plain = await tool(['api-key', 'revoke', 'x'], { ...settings, LC_ALL: 'C' });
    expect(plain.stderr).toMatch(/^Khong co khoa nao/);
    expect((await tool(['api-key', 'revoke'], settings)).code).toBe(2);
  });
});

describe.skipIf(!hasPostgres())('two servers on one PostgreSQL database', () => {
  it('create the first unit once, however closely they start', async () => {
    const url = await createPostgresDatabase();
    const handles = await Promise.all(Array.from({ length: 4 }, () => openDatabase(url)));
    await Promise.all(handles.map((db) => migrate(db)));
    const first = firstUnitSchema.parse(JSON.parse(readFileSync('surveys/first-unit.json', 'utf8')));
    const seeded = await Promise.all(
      handles.map((db) =>
        seedUnit({ db, surveys: loadSurveys('surveys'), random: systemRandom }, '2024-01-29', first),
      ),
    );
    expect(seeded.sort()).toEqual([false, false, false, true]);
    // Of four addresses for the first administrator the last one is valid.
    const clock = systemClock;
    const codes = await Promise.all(
      handles.map((db) => renewFirstAdministratorLink({ db, clock, random: systemRandom })),
    );
    expect(new Set(codes).size).toBe(4);
    const links = await handles[0]?.selectFrom('one_time_links').select('hash').execute();
    expect(codes.map((code) => hashToken(code ?? ''))).toContain(links?.[0]?.hash);
    expect(links).toHaveLength(1);
    for (const db of handles) await db.destroy();
  });

  it('start at once on an empty database, both take ballots, and the figures add up', async () => {
    const settings = { DATABASE_URL: await createPostgresDatabase(), DATA_DIR: makeFolder('data') };
    const servers = await Promise.all([startServer(settings), startServer(settings)]);
    const [first, second] = servers;
    expect(second.counterCodes).toEqual(first.counterCodes);

    const each = 20;
    const code = first.counterCodes[0] ?? '';
    const forms = await Promise.all(
      Array.from({ length: 2 * each }, (_, serial) =>
        openForm((serial % 2 ? first : second).origin, code, answersOf(serial)),
      ),
    );
    // Every form is sent to both servers concurrently, whichever rendered it; it counts once.
    const answers = await Promise.all(
      forms.flatMap((form) => servers.map((server) => sendForm(server.origin, form))),
    );
    expect(new Set(answers)).toEqual(new Set(['thanks']));
    for (const server of servers) expect(await countReceived(server)).toBe(2 * each);
    const headlines = await Promise.all(
      servers.map(async ({ origin }) => {
        const { report } = (await (await fetch(`${origin}/ket-qua.json`)).json()) as {
          report: { indicator: { denominator: number } };
        };
        return report.indicator.denominator;
      }),
    );
    expect(headlines).toEqual([2 * each, 2 * each]);
    const counted = await runProgram('cli/hailong', ['recount'], settings);
    expect(counted).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Tallies and ballots agree\./) });
    for (const server of servers) expect((await server.stop()).code).toBe(0);
  });

  it('survive a restart of PostgreSQL', async () => {
    const url = await createPostgresDatabase();
    const server = await startServer({ DATABASE_URL: url, DATA_DIR: makeFolder('data') });
    const form = await openForm(server.origin, server.counterCodes[0] ?? '', answersOf(1));
    const other = await openDatabase(url);
    const ended = await sql<{ ended: boolean }>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other);
    expect(ended.rows.length).toBeGreaterThan(0);
    await expect.poll(() => sendForm(server.origin, form), { timeout: 10_000 }).toBe('thanks');
    expect(await countReceived(server)).toBe(1);
    await other.destroy();
    expect((await server.stop()).code).toBe(0);
  });
});
