import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeDailyCopy } from '../../server/backup/copies.ts';
import {
  type CopyFacts,
  checkClock,
  checkCopies,
  checkDisk,
  checkFolder,
  checkPermissions,
} from '../../server/cli/doctor/check-data.ts';
import {
  type AddressFacts,
  checkAddress,
  checkPort,
  checkPublicUrl,
  judgeCertificate,
  readCertificate,
} from '../../server/cli/doctor/check-network.ts';
import type { Finding } from '../../server/cli/doctor/finding.ts';
import { runChecks } from '../../server/cli/doctor/run-checks.ts';
import { parseConfig } from '../../server/config.ts';
import { openSqlite } from '../../server/storage/database.ts';
import { copyDatabase } from '../../server/storage/sqlite-file.ts';
import { backupVi } from '../../web/messages/backup.vi.ts';
import { doctorVi } from '../../web/messages/doctor.vi.ts';
import { digestFolder } from '../helpers/folder-digest.ts';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from '../helpers/localhost-certificate.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, createTestClock } from '../helpers/test-app.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const answering = (status: number, text: string) =>
  createHttpServer((_, response) => {
    response.writeHead(status, { Connection: 'close' }).end(text);
  });

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return port;
}

const codesOf = (found: readonly Finding[]): string[] => found.map(({ code }) => code);

describe('doctor checks the port', () => {
  it('and distinguishes our server, a free port and another program', async () => {
    expect(await checkPort('0.0.0.0', await listen(answering(200, 'ok')))).toMatchObject({
      level: 'ok',
      code: 'port-served',
    });
    expect(await checkPort('127.0.0.1', await freePort())).toMatchObject({
      level: 'note',
      code: 'port-free',
    });
    const other = createServer((socket) => socket.end('SSH-2.0-x\r\n', () => socket.destroy()));
    for (const port of [await listen(answering(404, 'no')), await listen(other)]) {
      expect(await checkPort('0.0.0.0', port)).toMatchObject({ level: 'problem', code: 'port-taken' });
    }
    expect((await checkPort('0.0.0.0', 0)).code).toBe('port-any');
  });
});

describe('doctor checks the address', () => {
  const facts: AddressFacts = {
    publicUrl: null,
    shownAddress: 'http://192.168.1.5:8080',
    isOnlyHere: false,
    lanAddress: '192.168.1.5',
    ownHosts: ['127.0.0.1', '192.168.1.5'],
  };
  const judge = (change: Partial<AddressFacts>) => codesOf(checkAddress({ ...facts, ...change }));

  it('and reports trial posters, a missing network, and a loopback address', () => {
    expect(judge({})).toEqual(['address-local', 'firewall']);
    expect(judge({ lanAddress: null })).toEqual(['no-network']);
    expect(judge({ isOnlyHere: true })).toEqual(['address-here-only']);
  });

  it('and finds a private address that is no longer this machine’s', () => {
    const at = (origin: string) => judge({ publicUrl: origin, shownAddress: origin });
    expect(at('http://192.168.1.7:8080')).toEqual(['address-changed', 'firewall']);
    expect(at('http://172.16.0.9')).toEqual(['address-changed', 'firewall']);
    expect(at('http://192.168.1.5:8080')).toEqual(['address-http', 'firewall']);
    expect(at('http://8.8.8.8')).toEqual(['address-http', 'firewall']);
    expect(at('https://khaosat.example.gov.vn')).toEqual(['address-set', 'firewall']);
  });

  it('and names the port that a firewall must let through', () => {
    const port = (origin: string) =>
      checkAddress({ ...facts, publicUrl: origin, shownAddress: origin }).at(-1)?.params.port;
    expect(port('https://khaosat.example.gov.vn')).toBe(443);
    expect(port('http://khaosat.example.gov.vn')).toBe(80);
    expect(checkAddress(facts).at(-1)?.params.port).toBe(8080);
  });
});

describe('doctor checks PUBLIC_URL', () => {
  it('and distinguishes this product, another one and no server', async () => {
    const at = async (port: number) => (await checkPublicUrl(`http://127.0.0.1:${port}`)).code;
    expect(await at(await listen(answering(200, 'ok')))).toBe('public-url-ok');
    expect(await at(await listen(answering(200, '<h1>Welcome to nginx!</h1>')))).toBe('public-url-foreign');
    expect(await at(await listen(answering(502, 'ok')))).toBe('public-url-foreign');
    const nobody = await checkPublicUrl(`http://127.0.0.1:${await freePort()}`);
    expect(nobody).toMatchObject({
      level: 'problem',
      code: 'public-url-unreachable',
      params: { reason: 'ECONNREFUSED' },
    });
  });

  it('and reads how long the certificate lasts, and that phones refuse it', async () => {
    const server = createHttpsServer({ key: LOCALHOST_KEY, cert: LOCALHOST_CERTIFICATE });
    const port = await listen(server);
    const facts = await readCertificate(`https://127.0.0.1:${port}`);
    expect(facts?.validTo.toISOString()).toBe('2126-10-30T00:07:58.000Z');
    expect(facts?.refusal).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(await readCertificate(`https://127.0.0.1:${await freePort()}`)).toBeNull();
    expect(await readCertificate(`https://127.0.0.1:${await listen(answering(200, 'ok'))}`)).toBeNull();
  });

  it('and judges the certificate by the days that are left', () => {
    const now = new Date('2024-02-01T00:00:00Z');
    const judge = (validTo: string, refusal: string | null = null) =>
      judgeCertificate({ validTo: new Date(validTo), refusal }, now);
    expect(judge('2024-05-01T00:00:00Z')).toEqual({
      level: 'ok',
      code: 'certificate-ok',
      params: { days: 90 },
    });
    expect(judge('2024-02-15T00:00:00Z').code).toBe('certificate-ok');
    expect(judge('2024-02-14T23:59:59Z')).toMatchObject({
      code: 'certificate-ends-soon',
      params: { days: 13 },
    });
    expect(judge('2024-01-31T23:59:59Z', 'CERT_HAS_EXPIRED').code).toBe('certificate-expired');
    expect(judge('2024-05-01T00:00:00Z', 'ERR_TLS_CERT_ALTNAME_INVALID').code).toBe('certificate-untrusted');
    expect(judgeCertificate(null, now).code).toBe('certificate-none');
  });
});

describe('doctor checks the clock', () => {
  const judge = (iso: string, lastDay: string | null = null) => checkClock(new Date(iso), lastDay).code;

  it('and finds a dead battery, and a clock behind days that have ballots', () => {
    expect(judge('1970-01-01T00:00:00Z')).toBe('clock-year');
    expect(judge('2100-01-01T00:00:00Z')).toBe('clock-year');
    expect(judge('2024-02-05T08:00:00+07:00', '2024-02-06')).toBe('clock-behind');
    expect(judge('2024-02-05T23:59:59+07:00', '2024-02-05')).toBe('clock-ok');
    expect(judge('2024-02-05T08:00:00+07:00')).toBe('clock-ok');
    expect(judge('2024-02-26T08:00:00+07:00', '2024-02-05')).toBe('clock-ok');
    expect(judge('2024-02-27T08:00:00+07:00', '2024-02-05')).toBe('clock-ahead');
    expect(judge('2023-11-05T08:00:00+07:00', '2024-02-05')).toBe('clock-year');
  });
});

describe('doctor checks the disk, the folder and the permissions', () => {
  it('and requires three times the database’s size, at least 500 MB', () => {
    expect(checkDisk(500_000_000, 1_000).code).toBe('disk-ok');
    expect(checkDisk(499_999_999, 1_000)).toMatchObject({ level: 'problem', code: 'disk-full' });
    expect(checkDisk(2_999_999_999, 1_000_000_000).code).toBe('disk-full');
    expect(checkDisk(3_000_000_000, 1_000_000_000).code).toBe('disk-ok');
  });

  it.each([
    'D:\\xa\\OneDrive\\hai-long\\data',
    'D:\\xa\\OneDrive - UBND xa Dong Son\\data',
    'D:\\Dropbox\\data',
    '/srv/xa/Google Drive/data',
    'G:\\My Drive\\data',
    '/srv/xa/Library/Mobile Documents/data',
  ])('and finds a folder of a sync client: %s', (path) => {
    expect(checkFolder(path, null, [])).toMatchObject({ level: 'problem', code: 'folder-synced' });
  });

  it('and finds a synced folder by environment variables, whatever its name', () => {
    const roots = ['D:\\xa\\Dam may'];
    expect(checkFolder('d:\\xa\\dam may\\data', null, roots).code).toBe('folder-synced');
    expect(checkFolder('D:\\xa\\Dam may 2\\data', null, roots).code).toBe('folder-ok');
  });

  it('and finds a network share', () => {
    expect(checkFolder('\\\\may-chu\\chung\\data', null, []).code).toBe('folder-network');
    expect(checkFolder('/mnt/chung/data', 0x6969, []).code).toBe('folder-network');
    // The file system type as a signed 32-bit number, as some systems return it.
    expect(checkFolder('/mnt/chung/data', 0xff534d42 | 0, []).code).toBe('folder-network');
    expect(checkFolder('/srv/hai-long/data', 0xef53, []).code).toBe('folder-ok');
    expect(checkFolder('C:\\hai-long\\data', null, []).code).toBe('folder-ok');
  });

  it('and finds files that others can read or replace, and what the server cannot write', () => {
    const file = { path: 'a', isFolder: false, isWritable: true };
    const folder = { path: 'b', isFolder: true, isWritable: true };
    const judge = (...rights: Parameters<typeof checkPermissions>[0]) => codesOf(checkPermissions(rights));
    expect(judge({ ...file, mode: 0o100600 }, { ...folder, mode: 0o40755 })).toEqual(['permissions-ok']);
    expect(judge({ ...file, mode: 0o100644 })).toEqual(['file-open']);
    expect(judge({ ...folder, mode: 0o40777 }, { ...file, mode: 0o100640 })).toEqual([
      'folder-open',
      'file-open',
    ]);
    expect(judge({ ...file, mode: 0o100600, isWritable: false })).toEqual(['not-writable']);
    expect(judge({ ...file, mode: null })).toEqual(['permissions-windows']);
  });
});

describe('doctor checks the backups', () => {
  const facts: CopyFacts = {
    names: ['daily-2024-02-04.sqlite', 'daily-2024-02-05.sqlite', 'before-003-x.sqlite'],
    failure: null,
    isServing: true,
    today: '2024-02-05',
    isNewestWhole: true,
  };
  const judge = (change: Partial<CopyFacts>) => codesOf(checkCopies({ ...facts, ...change }));

  it('and requires an intact backup of yesterday or today from a running server', () => {
    expect(judge({})).toEqual(['copy-ok']);
    expect(judge({ today: '2024-02-06' })).toEqual(['copy-ok']);
    expect(judge({ today: '2024-02-07' })).toEqual(['copy-old']);
    expect(judge({ today: '2024-02-19', isServing: false })).toEqual(['copy-ok']);
    expect(judge({ today: '2024-02-20', isServing: false })).toEqual(['copy-old']);
    expect(judge({ names: ['before-003-x.sqlite'], isNewestWhole: null })).toEqual(['copy-none']);
    expect(judge({ isNewestWhole: false })).toEqual(['copy-damaged']);
    const failure = { at: '2024-02-05T08:00:00+07:00', reason: 'disk full' };
    expect(judge({ failure })).toEqual(['copy-failed']);
  });
});

describe('doctor on an installation', () => {
  async function openOffice() {
    const folder = join(makeFolder('doctor'), 'data');
    const port = await freePort();
    const environment = { DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(port) };
    const database = join(folder, 'hailong.sqlite');
    const app = await createTestApp({ environment: { ...environment, DATABASE_URL: `sqlite:${database}` } });
    await app.storeMany([{ overall: 5 }, { overall: 2 }]);
    await makeDailyCopy(database, folder, app.context.clock, copyDatabase);
    await app.close();
    const examine = (now = '2024-01-29T09:00:00+07:00') =>
      runChecks({
        config: parseConfig(environment),
        clock: createTestClock(now),
        surveys: app.context.surveys,
        environment: {},
        isThorough: true,
      });
    return { folder, database, examine };
  }
  const problems = (found: readonly Finding[]) => codesOf(found.filter(({ level }) => level === 'problem'));

  it('finds no problem in a sound one, and changes nothing', async () => {
    const { folder, examine } = await openOffice();
    const before = digestFolder(folder);
    const found = await examine();
    expect(problems(found)).toEqual([]);
    expect(codesOf(found)).toEqual(expect.arrayContaining(['database-ok', 'tallies-ok', 'copy-ok']));
    expect(digestFolder(folder)).toEqual(before);
  });

  it('finds a clock that went back behind the ballots', async () => {
    const { examine } = await openOffice();
    expect(problems(await examine('2024-01-28T09:00:00+07:00'))).toEqual(['clock-behind']);
  });

  it('finds tallies that differ, a damaged copy and a missing one', async () => {
    const { folder, database, examine } = await openOffice();
    const connection = openSqlite(database);
    connection.exec('delete from tallies');
    connection.close();
    const copy = join(folder, 'backups', 'daily-2024-01-29.sqlite');
    const bytes = readFileSync(copy);
    bytes[5_000] = (bytes[5_000] as number) ^ 1;
    writeFileSync(copy, bytes);
    expect(problems(await examine())).toEqual(['tallies-differ', 'copy-damaged']);
    rmSync(copy);
    expect(problems(await examine())).toEqual(['tallies-differ', 'copy-none']);
  });

  it('finds a damaged database', async () => {
    const { database, examine } = await openOffice();
    const bytes = readFileSync(database);
    bytes.fill(0xff, 4_096 * 2, 4_096 * 6);
    writeFileSync(database, bytes);
    expect(problems(await examine())).toEqual(['database-damaged']);
    writeFileSync(database, 'no database');
    expect(problems(await examine())).toEqual(['database-damaged']);
  });

  it.skipIf(process.platform === 'win32')('finds a database that others may read', async () => {
    const { database, examine } = await openOffice();
    chmodSync(database, 0o644);
    expect(problems(await examine())).toEqual(['file-open']);
  });

  it('reports where nothing is installed yet, and creates nothing', async () => {
    const folder = join(makeFolder('doctor'), 'data');
    const config = parseConfig({ DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(await freePort()) });
    const surveys = (await createTestApp()).context.surveys;
    const patient = { config, clock: createTestClock(), surveys, environment: {}, isThorough: false };
    expect(codesOf(await runChecks(patient))).toEqual(
      expect.arrayContaining(['no-data-folder', 'no-database-yet', 'port-free']),
    );
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    expect(codesOf(await runChecks(patient))).toContain('folder-ok');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that a PostgreSQL database cannot be reached', async () => {
    const config = parseConfig({
      DATA_DIR: makeFolder('doctor'),
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/none`,
    });
    const surveys = (await createTestApp()).context.surveys;
    const found = await runChecks({
      config,
      clock: createTestClock(),
      surveys,
      environment: {},
      isThorough: false,
    });
    expect(problems(found)).toEqual(['database-unreachable']);
    expect(codesOf(found)).toContain('copy-postgres');
  });
});

describe('every finding and every refusal', () => {
  const codesIn = (folder: string, pattern: RegExp): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(pattern)])
      .map(([, code]) => code as string);

  it('has its sentence, and no sentence is unused', () => {
    const said = Object.keys(doctorVi.findings).sort();
    const source = readdirSync('server/cli/doctor')
      .map((name) => readFileSync(join('server/cli/doctor', name), 'utf8'))
      .join('\n');
    const [, union = ''] =
      /type StorageCause =([^;]+);/.exec(readFileSync('server/storage/storage-cause.ts', 'utf8')) ?? [];
    const causes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, cause]) => `database-${cause}`);
    expect(causes.filter((code) => !said.includes(code))).toEqual([]);
    expect(said.filter((code) => !source.includes(`'${code}'`) && !causes.includes(code))).toEqual([]);
    const found = codesIn('server/cli/doctor', /finding\(\s*'(?:ok|note|problem)',\s*'([a-z-]+)'/g);
    expect(found.length).toBeGreaterThan(25);
    expect(found.filter((code) => !said.includes(code))).toEqual([]);

    const refusals = [
      ...codesIn('server/storage', /new FileRefused\('([a-z-]+)'/g),
      ...codesIn('server/backup', /new FileRefused\('([a-z-]+)'/g),
    ];
    expect(new Set(refusals)).toEqual(new Set(Object.keys(backupVi.refused)));
  });

  it('has sentences that contain their parameters', () => {
    const params = {
      port: 8080,
      address: 'http://x',
      host: '10.0.0.1',
      now: '2024-02-05 08:00',
      today: '2024-02-05',
      status: 502,
      reason: 'ECONNREFUSED',
      days: 12,
      day: '2024-02-05',
      free: 1234,
      path: '/srv/data',
      program: 'OneDrive',
      mode: '644',
      detail: 'malformed',
      count: 3,
      age: 4,
      at: '2024-02-05T08:00:00+07:00',
      file: 'daily.sqlite',
    };
    for (const say of [...Object.values(doctorVi.findings), ...Object.values(backupVi.refused)]) {
      const sentence = say(params);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      expect(sentence.length).toBeGreaterThan(10);
    }
  });
});
