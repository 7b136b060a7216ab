import { z } from 'zod';
import examples from './examples.v1.json';
import { REQUESTS_PER_MINUTE } from './key-rate.ts';
import {
  periodListSchema,
  problemSchema,
  reportListSchema,
  surveyTextsSchema,
  totalsSchema,
  unitListSchema,
} from './lists.v1.ts';
import { reportSchema } from './report.v1.ts';

/**
 * The schemas of the OpenAPI 3.1 document are generated from the zod schemas that validate responses, so the
 * document always matches them.
 */

const SCHEMAS = {
  Report: reportSchema,
  ReportList: reportListSchema,
  UnitList: unitListSchema,
  PeriodList: periodListSchema,
  Totals: totalsSchema,
  SurveyTexts: surveyTextsSchema,
  Problem: problemSchema,
} as const;

const refTo = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });

function describeSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // Later versions may add fields, which a strict client would reject.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}

/** Recorded responses of a server; `test/http/api-totals.test.ts` writes the file. */
const EXAMPLES: Readonly<Record<string, unknown>> = examples;

const problem = (description: string, headers?: Record<string, unknown>) => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/problem+json': { schema: refTo('Problem') } },
});

const text = (description: string, schema: object = { type: 'string' }) => ({ description, schema });

const CACHE_HEADERS = {
  ETag: text('Changes whenever a byte of the answer does; send it back in `If-None-Match`'),
  'Cache-Control': text('`private, no-cache`: may be kept, and must be asked for again before use'),
};

const found = (description: string, schema: keyof typeof SCHEMAS) => ({
  '200': {
    description,
    headers: CACHE_HEADERS,
    content: { 'application/json': { schema: refTo(schema), example: EXAMPLES[schema] } },
  },
  '304': {
    description: 'What `If-None-Match` names is still what would be sent; no content',
    headers: CACHE_HEADERS,
  },
});

const PUBLIC_PROBLEMS = {
  '421': problem('The request was for another host (`wrong-host`)'),
  '500': problem('An unexpected failure (`internal`), with an `error_id` to look for in the log'),
  default: problem('Any other failure'),
};

const COMMON_PROBLEMS = {
  '401': problem(
    'No key (`key-missing`), or one that is not known (`key-unknown`), `key-expired` or `key-revoked`',
    { 'WWW-Authenticate': text('`Bearer`; with `error="invalid_token"` when a key was sent (RFC 6750)') },
  ),
  '429': problem(
    `More than ${REQUESTS_PER_MINUTE} requests of this key in a minute (\`too-many-requests\`)`,
    { 'Retry-After': text('Seconds until the next request may be sent', { type: 'integer' }) },
  ),
  ...PUBLIC_PROBLEMS,
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

const inQuery = (name: string, description: string, schema: object, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema,
});

const inPath = (name: string, description: string, schema: object) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
});

const VERSION = { type: 'string', pattern: '^[1-9]\\d{0,2}$' };

const periodQuery = inQuery('period', PERIOD_DESCRIPTION, PERIOD, true);
const malformedPeriod = 'The period is missing or not written as described (`period-malformed`)';

const operation = (
  operationId: string,
  summary: string,
  parameters: readonly object[],
  responses: Readonly<Record<string, object>>,
  rest: object = {},
) => ({
  get: {
    operationId,
    tags: ['reports'],
    summary,
    ...rest,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses,
  },
});

export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Hài Lòng: reports for the office above',
    version: '1',
    license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    description: [
      'One report a unit and period, computed while the period runs and stored for ever when it closes:',
      'from then on the same bytes are sent, and `period.closed_at` is not null.',
      'What is not known or not shown is null, never 0; groups of fewer than five ballots are not shown.',
      'Fields are only ever added: ignore those that you do not know.',
    ].join(' '),
  },
  servers: [{ url: '/', description: 'The server that sent this document' }],
  tags: [{ name: 'reports', description: 'Figures of units and periods, and what their ids mean' }],
  security: [{ key: [] }],
  paths: {
    '/api/v1/reports/{unit}/{period}': operation(
      'getReport',
      'The report of one unit and period',
      [
        { ...inPath('unit', "The unit's code", { type: 'string' }), example: 'dong-son' },
        inPath('period', PERIOD_DESCRIPTION, PERIOD),
        inQuery(
          'revision',
          'A stored revision of a closed report; by default the latest. A correction names the revision that it `replaces` and the `reason`',
          { type: 'string', pattern: '^[1-9]\\d{0,5}$' },
        ),
      ],
      {
        ...found('The report', 'Report'),
        '400': problem(
          'The period or the revision is not written as described (`period-malformed`, `revision-malformed`)',
        ),
        '404': problem(
          'No such unit, or none that the key reaches (`unit-unknown`); the period was over before the unit was opened (`period-before-opening`); no such revision (`revision-unknown`)',
        ),
        ...COMMON_PROBLEMS,
      },
    ),
    '/api/v1/reports': operation(
      'listReports',
      'All units that the key reaches, each with its report or the reason why it has none; at most 50 a page, by code',
      [
        periodQuery,
        inQuery('cursor', 'The `next_cursor` of the page before; holds for the same key and period', {
          type: 'string',
        }),
      ],
      {
        ...found('A page of reports; the last one has no `next_cursor`', 'ReportList'),
        '400': problem(
          'The period is missing or not written as described (`period-malformed`), or the cursor was not given out for this key and period (`cursor-malformed`)',
        ),
        ...COMMON_PROBLEMS,
      },
    ),
    '/api/v1/totals': operation(
      'getTotals',
      'The sums of the reports that the key reads, and which units are missing from them',
      [periodQuery],
      { ...found('The totals', 'Totals'), '400': problem(malformedPeriod), ...COMMON_PROBLEMS },
    ),
    '/api/v1/units': operation('listUnits', 'The units that the key reaches, by code', [], {
      ...found('The units', 'UnitList'),
      ...COMMON_PROBLEMS,
    }),
    '/api/v1/periods': operation(
      'listPeriods',
      'Closed periods whose report is stored, by time of closing',
      [
        inQuery('closed_since', 'Only periods that closed on this day or later, and every corrected one', {
          type: 'string',
          format: 'date',
        }),
      ],
      {
        ...found('The periods', 'PeriodList'),
        '400': problem('The day is not written `YYYY-MM-DD` (`closed_since-malformed`)'),
        ...COMMON_PROBLEMS,
      },
    ),
    '/api/v1/surveys/{id}/{version}': operation(
      'getSurvey',
      'The texts of a survey: questions, chips, factors, channels and reasons, in each language',
      [
        { ...inPath('id', '`survey[].id` of a report', { type: 'string' }), example: 'mot-cua-ngan' },
        { ...inPath('version', '`survey[].version` of a report', VERSION), example: '1' },
      ],
      {
        ...found('The texts', 'SurveyTexts'),
        '404': problem('No such survey, or none that is published (`survey-unknown`)'),
        ...PUBLIC_PROBLEMS,
      },
      { security: [] },
    ),
    '/api/v1/openapi.json': operation(
      'getDescription',
      'This document',
      [],
      {
        '200': {
          description: 'OpenAPI 3.1',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        '304': { description: 'What `If-None-Match` names is still what would be sent; no content' },
        '421': PUBLIC_PROBLEMS['421'],
        '500': PUBLIC_PROBLEMS['500'],
        default: PUBLIC_PROBLEMS.default,
      },
      { security: [] },
    ),
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
