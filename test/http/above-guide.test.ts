import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSourceList } from '../../server/above/read-list.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { createTestApp } from '../helpers/test-app.ts';

const run = promisify(execFile);
const GUIDE = readFileSync('docs/huong-dan/cap-tren.md', 'utf8');

const exampleOf = (language: string): string => {
  const [, text] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(GUIDE) ?? [];
  if (text === undefined) throw new Error(`the guide has no example of ${language}`);
  return text;
};

let server: ServerType;
let env: Record<string, string>;

beforeAll(async () => {
  const testApp = await createTestApp();
  const { key } = await createApiClient(testApp);
  await testApp.storeMany(Array.from({ length: 40 }, () => ({ overall: 4 })));
  testApp.setTime('2024-02-05T08:00:00+07:00');
  await finishDays(testApp.context);
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: testApp.app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve(info.port),
    );
  });
  env = {
    PATH: process.env.PATH ?? '',
    HAILONG_URL: `http://127.0.0.1:${port}`,
    HAILONG_KEY: key,
    HAILONG_PERIOD: '2024-W05',
  };
});
afterAll(() => server.close());

describe('the guide for the office above', () => {
  it('has a list that the command reads as it stands', () => {
    const [, list = ''] = /```\n(name,address[\s\S]*?)\n```/.exec(GUIDE) ?? [];
    const { sources, hasKeys } = parseSourceList(list, { KHOA_DONG_SON: env.HAILONG_KEY });
    expect(hasKeys).toBe(false);
    expect(sources.map(({ address, units }) => [address, ...units])).toEqual([
      ['https://khaosat.dongson.example.gov.vn/', 'dong-son'],
      [null, 'an-binh'],
    ]);
  });

  it('has a curl example that reads the totals as it stands', async () => {
    const { stdout } = await run('sh', ['-c', exampleOf('sh')], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'hailong.totals/1',
      indicator: { numerator: 40, denominator: 40, percent: 100 },
    });
  });

  it('has a Python example that lists the units as it stands', async () => {
    const { stdout } = await run('python3', ['-c', exampleOf('python')], { env });
    expect(stdout.trim()).toBe('dong-son;40;40;100');
  });
});
