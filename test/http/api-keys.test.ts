import { describe, expect, it } from 'vitest';
import { AppError } from '../../server/lib/errors.ts';
import { listApiKeys, revokeApiKey } from '../../server/reporting/api-key.store.ts';
import { problemSchema, reportListSchema } from '../../server/reporting/lists.v1.ts';
import { createApiKey } from '../../server/reporting/manage-api-keys.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const WEEK = '/api/v1/reports/dong-son/2024-W05';
const PROTECTED = [WEEK, '/api/v1/reports?period=2024-W05'];

async function addUnit(testApp: TestApp, code: string): Promise<void> {
  await testApp.context.db.transaction().execute((trx) =>
    insertUnit(trx, {
      code,
      official_code: null,
      ...EMPTY_PROFILE,
      name: `UBND xã ${code}`,
      receiver: 'Sở Nội vụ',
      contact_phone: null,
      opened_on: '2024-01-29',
    }),
  );
}

async function expectRefused(response: Response, code: string, challenge: string): Promise<void> {
  expect(response.status).toBe(401);
  expect(response.headers.get('WWW-Authenticate')).toBe(challenge);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(problemSchema.parse(await response.json())).toMatchObject({ status: 401, code });
}

describe('a request without a valid key', () => {
  it('is rejected with key-missing or key-unknown when the key is absent or malformed', async () => {
    const testApp = await createTestApp();
    for (const path of PROTECTED) {
      await expectRefused(await testApp.get(path), 'key-missing', 'Bearer');
      for (const header of ['Basic aGxfYQ==', 'hl_abc', 'Bearerhl_abc', 'Token hl_abc']) {
        await expectRefused(await testApp.get(path, { Authorization: header }), 'key-missing', 'Bearer');
      }
    }
  });

  it('is rejected with key-unknown, however similar the key is', async () => {
    const testApp = await createTestApp();
    const { key } = await createApiClient(testApp);
    const other = key.endsWith('0') ? '1' : '0';
    const near = [
      `${key.slice(0, -1)}${other}`,
      key.slice(0, -1),
      `${key}0`,
      key.toUpperCase(),
      key.slice(3),
    ];
    for (const text of [
      ...near,
      '',
      'hl_',
      `${key} ${key}`,
      `${key},`,
      `hl_${'ạ'.repeat(3)}`.normalize('NFD'),
    ]) {
      const header = { Authorization: `Bearer ${encodeURI(text).replaceAll('%20', ' ')}` };
      for (const path of PROTECTED) {
        await expectRefused(await testApp.get(path, header), 'key-unknown', 'Bearer error="invalid_token"');
      }
    }
  });

  it('is not let in by the hash that the database holds', async () => {
    const testApp = await createTestApp();
    await createApiClient(testApp);
    const [stored] = await listApiKeys(testApp.context.db);
    const header = { Authorization: `Bearer hl_${stored?.hash.slice(0, 43)}` };
    await expectRefused(await testApp.get(WEEK, header), 'key-unknown', 'Bearer error="invalid_token"');
  });

  it('is not let in by a key in the address', async () => {
    const testApp = await createTestApp();
    const { key } = await createApiClient(testApp);
    await expectRefused(await testApp.get(`${WEEK}?access_token=${key}`), 'key-missing', 'Bearer');
  });
});

describe('a key', () => {
  it('gives access to reports; the scheme is case-insensitive', async () => {
    const testApp = await createTestApp();
    const { key } = await createApiClient(testApp);
    for (const header of [`Bearer ${key}`, `bearer ${key}`, `BEARER   ${key} `]) {
      expect((await testApp.get(WEEK, { Authorization: header })).status).toBe(200);
    }
  });

  it('gives access until the end of its last day in Vietnam', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp, { expiresOn: '2024-02-01' });
    testApp.setTime('2024-02-01T23:59:59+07:00');
    expect((await client.get(WEEK)).status).toBe(200);
    testApp.setTime('2024-02-02T00:00:00+07:00');
    for (const path of PROTECTED) {
      await expectRefused(await client.get(path), 'key-expired', 'Bearer error="invalid_token"');
    }
  });

  it('gives no access once revoked, even when the clock is set back', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const { db } = testApp.context;
    const [stored] = await listApiKeys(db);
    const revoke = () => db.transaction().execute((trx) => revokeApiKey(trx, stored?.id ?? '', '2024-01-30'));
    expect(await revoke()).toBe(true);
    expect(await revoke()).toBe(false);
    for (const path of PROTECTED) {
      await expectRefused(await client.get(path), 'key-revoked', 'Bearer error="invalid_token"');
    }
  });

  it('opens its own units, and says the same of another unit as of one that is not there', async () => {
    const testApp = await createTestApp();
    await addUnit(testApp, 'tan-lap');
    await addUnit(testApp, 'phu-minh');
    const client = await createApiClient(testApp, { units: ['tan-lap', 'phu-minh'] });
    expect((await client.get('/api/v1/reports/tan-lap/2024-W05')).status).toBe(200);
    expect((await client.get('/api/v1/reports/phu-minh/2024-W05')).status).toBe(200);
    const foreign = await client.get(WEEK);
    const absent = await client.get('/api/v1/reports/khong-co/2024-W05');
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect(Object.fromEntries(foreign.headers)).toEqual(Object.fromEntries(absent.headers));
    const bodies = [await foreign.text(), await absent.text()] as const;
    expect(bodies[0]).toBe(bodies[1]);
    expect(problemSchema.parse(JSON.parse(bodies[0])).code).toBe('unit-unknown');
    const before = await client.get('/api/v1/reports/dong-son/2020');
    expect(problemSchema.parse(await before.json()).code).toBe('unit-unknown');
  });

  it('lists only its own units', async () => {
    const testApp = await createTestApp();
    for (const code of ['an-khe', 'tan-lap', 'phu-minh']) await addUnit(testApp, code);
    const listed = async (units: string[] | null) => {
      const client = await createApiClient(testApp, { units });
      const response = await client.get('/api/v1/reports?period=2024-W05');
      return reportListSchema.parse(await response.json()).reports.map(({ unit }) => unit.code);
    };
    expect(await listed(['tan-lap', 'an-khe'])).toEqual(['an-khe', 'tan-lap']);
    expect(await listed(null)).toEqual(['an-khe', 'dong-son', 'phu-minh', 'tan-lap']);
  });

  it('for all units opens those that come later too', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    await addUnit(testApp, 'tan-lap');
    expect((await client.get('/api/v1/reports/tan-lap/2024-W05')).status).toBe(200);
  });
});

describe('making a key', () => {
  it('keeps its hash, its limits and its day, and not the key', async () => {
    const testApp = await createTestApp();
    const { key } = await createApiClient(testApp, {
      name: '  Sở Nội vụ '.normalize('NFD'),
      units: ['dong-son', 'dong-son'],
      expiresOn: '2024-12-31',
    });
    const stored = await listApiKeys(testApp.context.db);
    expect(stored).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: 'Sở Nội vụ'.normalize('NFC'),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        units: ['dong-son'],
        created_on: '2024-01-29',
        expires_on: '2024-12-31',
        revoked_on: null,
      },
    ]);
    expect(JSON.stringify(stored)).not.toContain(key.slice(3));
  });

  it.each([
    [{ name: ' \n ' }, 'key-name-missing'],
    [{ name: 'x'.repeat(121) }, 'key-name-too-long'],
    [{ units: [] }, 'key-units-missing'],
    [{ units: ['dong-son', 'khong-co'] }, 'unit-unknown'],
    [{ expiresOn: '31/12/2024' }, 'day-malformed'],
    [{ expiresOn: '2024-02-30' }, 'day-malformed'],
    [{ expiresOn: '2024-01-28' }, 'day-past'],
  ])('refuses %j with %s, and keeps nothing', async (fault, code) => {
    const testApp = await createTestApp();
    const { db } = testApp.context;
    const request = { name: 'Sở Nội vụ', units: null, expiresOn: null, ...fault };
    const error = await createApiKey(testApp.context, request).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ kind: 'invalid', code });
    expect(await listApiKeys(db)).toEqual([]);
  });

  it('lets a key be valid on this one day', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp, { expiresOn: '2024-01-29' });
    expect((await client.get(WEEK)).status).toBe(200);
  });
});
