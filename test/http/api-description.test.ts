import { beforeAll, describe, expect, it } from 'vitest';
import { REQUESTS_PER_MINUTE } from '../../server/reporting/key-rate.ts';
import {
  periodListSchema,
  problemSchema,
  reportListSchema,
  surveyTextsSchema,
  totalsSchema,
  unitListSchema,
} from '../../server/reporting/lists.v1.ts';
import { reportSchema } from '../../server/reporting/report.v1.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

type Json = Record<string, unknown>;

interface Operation {
  operationId: string;
  summary: string;
  security?: unknown[];
  parameters?: { name: string; in: string; required: boolean; schema: Json; description: string }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}

interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description: string };
  security: Json[];
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, Json>; schemas: Record<string, Json> };
}

let testApp: TestApp;
let client: ApiClient;
let openapi: OpenApi;

beforeAll(async () => {
  testApp = await createTestApp();
  client = await createApiClient(testApp);
  openapi = (await (await testApp.get('/api/v1/openapi.json')).json()) as OpenApi;
});

const operations = (): [string, Operation][] =>
  Object.entries(openapi.paths).flatMap(([path, item]) =>
    Object.values(item).map((operation): [string, Operation] => [path, operation]),
  );

function listObjects(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(listObjects);
  if (value === null || typeof value !== 'object') return [];
  return [value as Json, ...Object.values(value).flatMap(listObjects)];
}

/** Paths of all fields, including nested ones. */
function listFields(schema: Json, path = ''): string[] {
  const inside = [schema, ...((schema.anyOf as Json[] | undefined) ?? [])];
  return inside.flatMap((part) => [
    ...Object.entries((part.properties as Record<string, Json> | undefined) ?? {}).flatMap(
      ([name, field]) => [`${path}${name}`, ...listFields(field, `${path}${name}.`)],
    ),
    ...(part.items ? listFields(part.items as Json, `${path}`) : []),
  ]);
}

describe('the description of the API', () => {
  it('is public, and OpenAPI 3.1 in its frame', async () => {
    const response = await testApp.get('/api/v1/openapi.json');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(openapi.openapi).toMatch(/^3\.1\.\d+$/);
    expect(openapi.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(Object.keys(openapi.paths)).toEqual([
      '/api/v1/reports/{unit}/{period}',
      '/api/v1/reports',
      '/api/v1/totals',
      '/api/v1/units',
      '/api/v1/periods',
      '/api/v1/surveys/{id}/{version}',
      '/api/v1/openapi.json',
    ]);
    for (const [, operation] of operations()) {
      expect(operation.summary).not.toBe('');
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '304', 'default']));
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^([1-5]\d\d|default)$/);
        expect(answer.description).not.toBe('');
      }
    }
    const names = operations().map(([, operation]) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names the parameters of each address, those in the path as required', () => {
    for (const [path, operation] of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = operation.parameters ?? [];
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(
        inPath,
      );
      for (const parameter of parameters) {
        expect(parameter.schema.type).toBe('string');
        if (parameter.in === 'path') expect(parameter.required).toBe(true);
      }
    }
  });

  it('refers only to schemas that it has, and has no unused ones', () => {
    const refs = listObjects(openapi)
      .map((object) => object.$ref)
      .filter((ref) => ref !== undefined);
    const schemas = Object.keys(openapi.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(new Set(refs)).toEqual(new Set(schemas));
    expect(JSON.stringify(openapi)).not.toMatch(/"\$(id|schema|defs)"/);
  });

  it('requires a bearer key for reports, but not for itself', () => {
    expect(openapi.components.securitySchemes).toMatchObject({ key: { type: 'http', scheme: 'bearer' } });
    expect(openapi.security).toEqual([{ key: [] }]);
    for (const [path, operation] of operations()) {
      expect(operation.security).toEqual(/openapi|surveys/.test(path) ? [] : undefined);
    }
  });

  it('has every field of a report, down to the last', async () => {
    const fields = listFields(openapi.components.schemas.Report as Json);
    expect(fields).toEqual(
      expect.arrayContaining([
        'unit.official_code',
        'period.closed_at',
        'indicator.interval.low',
        'indicator.target.since',
        'single_use.numerator',
        'factors.by.left_out',
        'questions.counts.na',
        'set_aside.by_reason.suppressed',
        'seal.days.chain',
      ]),
    );
    const described = new Set(fields);
    const sent = await (await client.get('/api/v1/reports/dong-son/2024-W05')).json();
    for (const name of Object.keys(sent as Json)) expect(described).toContain(name);
  });

  it('leaves room for fields to come, which a reader must ignore', () => {
    for (const object of listObjects(openapi.components.schemas)) {
      expect(object.additionalProperties).not.toBe(false);
    }
    expect(openapi.info.description).toContain('ignore');
  });

  it('describes periods with a pattern that fits its examples', () => {
    for (const [, operation] of operations()) {
      const period = operation.parameters?.find(({ name }) => name === 'period');
      if (!period) continue;
      const pattern = new RegExp(period.schema.pattern as string);
      for (const example of period.schema.examples as string[]) expect(example).toMatch(pattern);
      expect('2024-W5').not.toMatch(pattern);
      expect('BC-2024-W05').not.toMatch(pattern);
    }
  });

  it('is accurate: each path responds as described, with every status that a request can cause', async () => {
    const schemas: Record<string, { parse(value: unknown): unknown }> = {
      Report: reportSchema,
      ReportList: reportListSchema,
      Totals: totalsSchema,
      UnitList: unitListSchema,
      PeriodList: periodListSchema,
      SurveyTexts: surveyTextsSchema,
      Problem: problemSchema,
    };
    const report = '/api/v1/reports/{unit}/{period}';
    const list = '/api/v1/reports';
    const self = '/api/v1/openapi.json';
    const anyTag = { 'If-None-Match': '*' };
    const wrongHost = { Host: 'attacker.example' };
    const week = '/api/v1/reports/dong-son/2024-W05';
    const totals = '/api/v1/totals';
    const units = '/api/v1/units';
    const periods = '/api/v1/periods';
    const survey = '/api/v1/surveys/{id}/{version}';
    const hasty = await createApiClient(testApp);
    for (let sent = 0; sent < REQUESTS_PER_MINUTE; sent += 1) await hasty.get('/api/v1/units', anyTag);
    const surveyTexts = '/api/v1/surveys/mot-cua-ngan/1';
    const requests: [string, string, () => Promise<Response>][] = [
      [report, '200', () => client.get(week)],
      [report, '304', () => client.get(week, anyTag)],
      [report, '400', () => client.get('/api/v1/reports/dong-son/x')],
      [report, '401', () => testApp.get(week)],
      [report, '404', () => client.get('/api/v1/reports/khong-co/2024-W05')],
      [report, '421', () => client.get(week, wrongHost)],
      [list, '200', () => client.get('/api/v1/reports?period=2024-W05')],
      [list, '304', () => client.get('/api/v1/reports?period=2024-W05', anyTag)],
      [list, '400', () => client.get('/api/v1/reports')],
      [list, '401', () => testApp.get('/api/v1/reports?period=2024-W05')],
      [list, '421', () => client.get('/api/v1/reports?period=2024-W05', wrongHost)],
      [totals, '200', () => client.get('/api/v1/totals?period=2024-W05')],
      [totals, '304', () => client.get('/api/v1/totals?period=2024-W05', anyTag)],
      [totals, '400', () => client.get('/api/v1/totals?period=x')],
      [periods, '200', () => client.get('/api/v1/periods?closed_since=2024-01-01')],
      [periods, '304', () => client.get('/api/v1/periods', anyTag)],
      [periods, '400', () => client.get('/api/v1/periods?closed_since=x')],
      [units, '200', () => client.get('/api/v1/units')],
      [units, '304', () => client.get('/api/v1/units', anyTag)],
      ...[totals, periods, units].flatMap((path): [string, string, () => Promise<Response>][] => [
        [path, '401', () => testApp.get(path)],
        [path, '421', () => client.get(path, wrongHost)],
        [path, '429', () => hasty.get(path)],
      ]),
      [report, '429', () => hasty.get(week)],
      [list, '429', () => hasty.get(list)],
      [survey, '200', () => testApp.get(surveyTexts)],
      [survey, '304', () => testApp.get(surveyTexts, anyTag)],
      [survey, '404', () => testApp.get('/api/v1/surveys/mot-cua-ngan/999')],
      [survey, '421', () => testApp.get(surveyTexts, wrongHost)],
      [self, '200', () => testApp.get(self)],
      [self, '304', () => testApp.get(self, anyTag)],
      [self, '421', () => testApp.get(self, wrongHost)],
    ];
    for (const [path, status, send] of requests) {
      const response = await send();
      expect(`${path} ${response.status}`).toBe(`${path} ${status}`);
      const described = openapi.paths[path]?.get?.responses[status];
      const [type, media] = Object.entries(described?.content ?? {})[0] ?? [];
      if (type === undefined) {
        expect(await response.text()).toBe('');
        continue;
      }
      expect(response.headers.get('Content-Type')).toBe(type);
      const schema =
        schemas[
          String(media?.schema.$ref ?? '')
            .split('/')
            .at(-1) ?? ''
        ];
      const body: unknown = await response.json();
      if (schema) expect(schema.parse(body)).toEqual(body);
    }
    const tried = new Set(requests.map(([path, status]) => `${path} ${status}`));
    const untried = operations().flatMap(([path, { responses }]) =>
      Object.keys(responses)
        .filter((status) => status !== 'default' && !tried.has(`${path} ${status}`))
        .map((status) => `${path} ${status}`),
    );
    // Status 500 is tested together with the reports.
    expect(untried).toEqual(Object.keys(openapi.paths).map((path) => `${path} 500`));
  });
});
