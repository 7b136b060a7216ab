import { z } from 'zod';
import { problemSchema, reportListSchema, reportSchema } from './report.v1.ts';

/**
 * The OpenAPI 3.1 description of the API for the office above this one. Its schemas are generated from the zod
 * schemas that validate responses, so they cannot differ.
 */

const SCHEMAS = { Report: reportSchema, ReportList: reportListSchema, Problem: problemSchema } as const;

const refTo = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });

function describeSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // Later versions may add fields; a strict client would reject them.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}

const problem = (description: string, headers?: Record<string, unknown>) => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/problem+json': { schema: refTo('Problem') } },
});

const text = (description: string) => ({ description, schema: { type: 'string' } });

const CACHE_HEADERS = {
  ETag: text('Changes whenever a byte of the answer does; send it back in `If-None-Match`'),
  'Cache-Control': text('`private, no-cache`: may be kept, and must be asked for again before use'),
};

const found = (description: string, schema: keyof typeof SCHEMAS) => ({
  '200': { description, headers: CACHE_HEADERS, content: { 'application/json': { schema: refTo(schema) } } },
  '304': {
    description: 'What `If-None-Match` names is still what would be sent; no content',
    headers: CACHE_HEADERS,
  },
});

const COMMON_PROBLEMS = {
  '401': problem(
    'No key (`key-missing`), or one that is not known (`key-unknown`), `key-expired` or `key-revoked`',
    { 'WWW-Authenticate': text('`Bearer`; with `error="invalid_token"` when a key was sent (RFC 6750)') },
  ),
  '421': problem('The request was for another host (`wrong-host`)'),
  '500': problem('An unexpected failure (`internal`), with an `error_id` to look for in the log'),
  default: problem('Any other failure'),
};

const PERIOD = {
  type: 'string',
  pattern: '^(2\\d{3}(-(W\\d\\d|\\d\\d|Q[1-4]|H[12]))?|BC-2\\d{3}(-(\\d\\d|Q[1-4]|H[12]|9M))?)$',
  examples: ['2024-W05', '2024-01', '2024-Q1', '2024', 'BC-2024-Q1', 'BC-2024'],
};

const PERIOD_DESCRIPTION = [
  'ISO week `2024-W05`, month `2024-01`, quarter `2024-Q1`, half-year `2024-H1`, year `2024`;',
  'reporting periods by Decree 09/2019/NĐ-CP `BC-2024-01`, `BC-2024-Q1`, `BC-2024-H1`, `BC-2024-9M`, `BC-2024`.',
].join(' ');

export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Hài Lòng: reports for the office above',
    version: '1',
    description: [
      'One report a unit and period, computed while the period runs and stored for ever when it closes:',
      'from then on the same bytes are sent, and `period.closed_at` is not null.',
      'What is not known or not shown is null, never 0; groups of fewer than five ballots are not shown.',
      'Fields are only ever added: ignore those that you do not know.',
    ].join(' '),
  },
  servers: [{ url: '/' }],
  security: [{ key: [] }],
  paths: {
    '/api/v1/reports/{unit}/{period}': {
      get: {
        operationId: 'getReport',
        summary: 'The report of one unit and period',
        parameters: [
          {
            name: 'unit',
            in: 'path',
            required: true,
            description: "The unit's code",
            schema: { type: 'string' },
            example: 'dong-son',
          },
          { name: 'period', in: 'path', required: true, description: PERIOD_DESCRIPTION, schema: PERIOD },
        ],
        responses: {
          ...found('The report', 'Report'),
          '400': problem('The period is not written as described (`period-malformed`)'),
          '404': problem(
            'No such unit, or none that the key reaches (`unit-unknown`); the period was over before the unit was opened (`period-before-opening`)',
          ),
          ...COMMON_PROBLEMS,
        },
      },
    },
    '/api/v1/reports': {
      get: {
        operationId: 'listReports',
        summary: 'The reports of all units that the key reaches, at most 50 a page, by code of the unit',
        parameters: [
          { name: 'period', in: 'query', required: true, description: PERIOD_DESCRIPTION, schema: PERIOD },
          {
            name: 'cursor',
            in: 'query',
            required: false,
            description: 'The `next_cursor` of the page before; holds for the same key and period',
            schema: { type: 'string' },
          },
        ],
        responses: {
          ...found('A page of reports; the last one has no `next_cursor`', 'ReportList'),
          '400': problem(
            'The period is missing or not written as described (`period-malformed`), or the cursor was not given out for this key and period (`cursor-malformed`)',
          ),
          ...COMMON_PROBLEMS,
        },
      },
    },
    '/api/v1/openapi.json': {
      get: {
        operationId: 'getDescription',
        summary: 'This document',
        security: [],
        responses: {
          '200': {
            description: 'OpenAPI 3.1',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
          '304': { description: 'What `If-None-Match` names is still what would be sent; no content' },
          '421': COMMON_PROBLEMS['421'],
          '500': COMMON_PROBLEMS['500'],
          default: COMMON_PROBLEMS.default,
        },
      },
    },
  },
  components: {
    securitySchemes: {
      key: {
        type: 'http',
        scheme: 'bearer',
        description: 'A key that the unit has given out, `hl_…`; it may be limited to units and to days',
      },
    },
    schemas: describeSchemas(),
  },
};
