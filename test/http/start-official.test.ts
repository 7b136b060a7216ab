import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDailyCopy } from '../../server/backup/copies.ts';
import { restoreCopy } from '../../server/backup/restore-copy.ts';
import { hasOwnTriggers } from '../../server/storage/migrate.ts';
import { copyDatabase } from '../../server/storage/sqlite-file.ts';
import { countReceived } from '../../server/tally/tally.store.ts';
import { findInstallation } from '../../server/unit/installation.store.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

const MARKER = 'dấu của phiếu thử nghiệm';
const MARKER_BYTES = Buffer.from(MARKER.normalize('NFC'));
const SLIPS = '/can-bo/ma-qr/phieu';
const TARGET = '/quan-tri/muc-tieu';
const START = '/quan-tri/bat-dau';

/** Names of a folder's files that contain the trial's marker text. */
const filesWithMarker = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(MARKER_BYTES));

describe('the official start', () => {
  const folder = makeFolder('trial');
  const database = join(folder, 'hailong.sqlite');
  const elsewhere = join(makeFolder('copy'), 'trial-copy.sqlite');
  let office: TestApp;
  let administrator: TestBrowser;
  let leader: TestBrowser;
  let code: string;
  let waiting: Record<string, string>;
  let slipPath: string;
  let slipForm: Record<string, string>;

  const received = () => countReceived(office.context.db, 'dong-son');
  const formOf = (html: string, overall: string) => ({
    t: hiddenField(html, 't'),
    s: hiddenField(html, 's'),
    'q.overall': overall,
  });

  beforeAll(async () => {
    office = await createTestApp({
      isOfficial: false,
      environment: { DATA_DIR: folder, DATABASE_URL: `sqlite:${database}` },
    });
    code = office.counters[0]?.code as string;
    await office.submit(code, { 'q.overall': '1', comment: MARKER });
    office.setTime('2024-01-30T09:00:00+07:00');
    await finishDays(office.context);
    await makeDailyCopy(database, folder, office.context.clock, copyDatabase);
    await office.submit(code, { 'q.overall': '2', comment: MARKER });
    copyDatabase(database, elsewhere, '2024-01-30');
    administrator = await signInAs(office, { role: 'administrator' });
    const staff = await signInAs(office, { role: 'staff' });
    const batch = hiddenField(await (await staff.get(SLIPS)).text(), 'batch');
    const printed = await staff.post(SLIPS, { batch, counter: code, sheets: '1', days: '30' });
    slipPath = `/p/${/class="slip-code">([^<]+)</.exec(await printed.text())?.[1]}`;
    waiting = formOf(await (await office.get(`/k/${code}`)).text(), '3');
    slipForm = formOf(await (await office.get(slipPath)).text(), '3');
  });

  test('is refused while three conditions are missing, and has no button', async () => {
    const html = await (await administrator.get(START)).text();
    expect(html).toContain('Còn thiếu 5 điều kiện');
    await administrator.post('/quan-tri/don-vi', {
      kind: 'xã',
      name: 'UBND xã Đông Sơn',
      official_code: '',
      contact_phone: '0200 000 000',
      receiver: 'UBND tỉnh',
    });
    const later = await (await administrator.get(START)).text();
    expect(later).toContain('Còn thiếu 3 điều kiện');
    expect(later).not.toContain('Xóa và bắt đầu chính thức');
    const refused = await administrator.post(START, { count: '2' });
    expect(refused.status).toBe(422);
    expect(await received()).toBe(2);
  });

  test('is refused for another number of ballots, and for anybody but an administrator', async () => {
    const target = { setting: 'target_percent', value: '95', since: '5/2/2024', confirm: 'yes' };
    expect((await administrator.post(TARGET, target)).status).toBe(303);
    expect(await (await administrator.get(START)).text()).toContain('Còn thiếu 3 điều kiện');
    const document = { setting: 'target_document', document: 'Kế hoạch số 12/KH-UBND' };
    expect((await administrator.post(TARGET, document)).status).toBe(303);
    await administrator.post(`${START}/noi-bo`, { local: '1' });
    leader = await signInAs(office, { role: 'leader' });
    expect(await (await administrator.get(START)).text()).toContain('Đủ 5 điều kiện');
    expect((await administrator.post(START, { count: '3' })).status).toBe(422);
    expect((await leader.post(START, { count: '2' })).status).toBe(403);
    expect(await received()).toBe(2);
  });

  test('erases the trial from the database, its log and its copies, and says so for ever', async () => {
    expect(filesWithMarker(folder).length).toBeGreaterThan(1);
    expect((await administrator.post(START, { count: '2' })).status).toBe(303);
    expect(filesWithMarker(folder)).toEqual([]);
    expect(await received()).toBe(0);
    expect(await hasOwnTriggers(office.context.db)).toBe(true);
    expect(await findInstallation(office.context.db)).toMatchObject({ trial_erased: 2, has_traces: 0 });
    const results = await (await office.get('/ket-qua')).text();
    expect(results).not.toContain('CHẠY THỬ');
    expect(results).toContain('đã xóa 2 phiếu');
    const { report } = (await (await office.get('/ket-qua.json')).json()) as {
      report: Record<string, unknown>;
    };
    expect(report.trial).toBe(false);
    expect(report.trial_record).toEqual({ from: '2024-01-29', to: '2024-01-30', erased: 2 });
    expect(JSON.stringify(report)).not.toContain(MARKER);
  });

  test('thanks a ballot of the trial that is sent later, and stores nothing', async () => {
    for (const [path, form] of [
      [`/k/${code}`, waiting],
      [slipPath, slipForm],
    ] as const) {
      const sent = await office.post(path, form);
      expect(sent.headers.get('location'), path).toMatch(/^\/cam-on/);
    }
    expect(await received()).toBe(0);
  });

  test('happens once, and then takes the first official ballots', async () => {
    expect((await administrator.post(START, { count: '0' })).status).toBe(422);
    office.setTime('2024-01-30T09:01:00+07:00');
    await office.submit(code, { 'q.overall': '5' });
    expect(await received()).toBe(1);
    expect((await leader.get('/lanh-dao')).status).toBe(200);
  });

  test('a copy of before the start is refused, but with a flag, which is published', async () => {
    await office.close();
    const request = { file: elsewhere, database, surveys: office.context.surveys, today: '2024-01-31' };
    const options = { isRepair: false, despiteSeals: false };
    await expect(restoreCopy({ ...request, ...options, beforeStart: false })).rejects.toMatchObject({
      code: 'before-start',
    });
    await restoreCopy({ ...request, ...options, beforeStart: true });
    const again = await createTestApp({
      environment: { DATA_DIR: folder, DATABASE_URL: `sqlite:${database}` },
    });
    expect(await (await again.get('/ket-qua')).text()).toContain('dữ liệu chạy thử được lấy lại từ bản sao');
  });
});
