import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../helpers/api-client.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { createTestApp } from '../helpers/test-app.ts';

// `npm run check:api` installs the tools and then runs this test.
const TOOLS = resolve('test/api-tools');
const isInstalled = existsSync(join(TOOLS, 'node_modules/openapi-typescript'));
if (!isInstalled) console.warn('SKIPPED: the client of the API; npm run check:api installs its tools');

const run = promisify(execFile);
const node = async (...args: string[]) => {
  const { stdout } = await run(process.execPath, args, { cwd: TOOLS }).catch((error) => {
    throw new Error(`${args[0]}: ${error.stdout}${error.stderr}`);
  });
  return stdout;
};

/** A program as the office above might write it; the generated types must have each field that it uses. */
const PROGRAM = `
import createClient from 'openapi-fetch';
import type { components, paths } from './client.js';

const [, , baseUrl = '', key = ''] = process.argv;
const client = createClient<paths>({ baseUrl, headers: { Authorization: 'Bearer ' + key } });
const period = '2024-W05';
const need = <T>({ data, error }: { data?: T; error?: unknown }): T => {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
};
const report: components['schemas']['Report'] = need(
  await client.GET('/api/v1/reports/{unit}/{period}', { params: { path: { unit: 'dong-son', period } } }),
);
const list = need(await client.GET('/api/v1/reports', { params: { query: { period } } }));
const totals = need(await client.GET('/api/v1/totals', { params: { query: { period } } }));
const units = need(await client.GET('/api/v1/units'));
const periods = need(await client.GET('/api/v1/periods', { params: { query: { closed_since: '2024-01-01' } } }));
const survey = need(
  await client.GET('/api/v1/surveys/{id}/{version}', { params: { path: { id: 'mot-cua-ngan', version: '1' } } }),
);
const { error } = await client.GET('/api/v1/totals', { params: { query: { period: 'x' } } });
const numerator: number | null = report.indicator.numerator;
console.log(
  JSON.stringify({
    numerator,
    listed: list.reports.map(({ unit }) => unit.code),
    total: totals.indicator.numerator,
    covered: totals.coverage.counted,
    units: units.units.map(({ name }) => name),
    periods: periods.periods.length,
    title: survey.title.vi,
    code: error?.code,
  }),
);
`;

let server: ServerType;
let origin = '';
let key = '';

beforeAll(async () => {
  const testApp = await createTestApp();
  key = (await createApiClient(testApp)).key;
  await testApp.storeMany(Array.from({ length: 40 }, () => ({ overall: 4 })));
  testApp.setTime('2024-02-05T08:00:00+07:00');
  await finishDays(testApp.context);
  origin = await new Promise((done) => {
    server = serve({ fetch: testApp.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      done(`http://127.0.0.1:${port}`),
    );
  });
});
afterAll(() => server.close());

describe('the client that openapi-typescript makes', () => {
  it.skipIf(!isInstalled)(
    'compiles strictly and reads a running server',
    async () => {
      // Inside the tools' folder, so that the program finds their modules.
      const folder = mkdtempSync(join(TOOLS, 'node_modules', '.client-'));
      try {
        await node(
          'node_modules/openapi-typescript/bin/cli.js',
          `${origin}/api/v1/openapi.json`,
          '-o',
          `${folder}/client.ts`,
        );
        writeFileSync(join(folder, 'program.ts'), PROGRAM);
        writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
        const strict = [
          '--strict',
          '--noUncheckedIndexedAccess',
          '--exactOptionalPropertyTypes',
          '--ignoreConfig',
        ];
        const target = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable'];
        const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
        await node(
          resolve('node_modules/typescript/bin/tsc'),
          ...strict,
          ...target,
          ...types,
          `${folder}/program.ts`,
        );
        expect(JSON.parse(await node(join(folder, 'program.js'), origin, key))).toEqual({
          ...{ numerator: 40, listed: ['dong-son'], total: 40, covered: 1 },
          ...{ units: ['UBND xã Đông Sơn'], periods: 0, title: expect.any(String), code: 'period-malformed' },
        });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
