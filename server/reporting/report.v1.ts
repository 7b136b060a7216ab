import { z } from 'zod';

/**
 * Report for the office above, version 1. Fields are only ever added. Unknown and suppressed numbers are null,
 * never 0. Percentages are 0–100 with at most two decimals; days are `YYYY-MM-DD` in Vietnam, times have the offset
 * +07:00.
 */
export const day = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
export const count = z.int().min(0);
export const percent = z.number().min(0).max(100);

const intervalSchema = z.strictObject({
  method: z.literal('wilson-95').meta({ description: 'Wilson score interval, 95 %, without correction' }),
  low: percent,
  high: percent,
});

const finiteIntervalSchema = z.strictObject({
  method: z.literal('wilson-95-fpc').meta({ description: 'The same with n(N−1)/(N−n) in place of n' }),
  population: count.meta({ description: 'N: transactions of the period as the office entered them' }),
  low: percent,
  high: percent,
});

/** Comparison of the figure with the target, from the plain Wilson interval (`indicator/verdict.ts`). */
const leadSchema = z.enum([
  'met',
  'not-met',
  'unsure-above',
  'unsure-below',
  'provisional-met',
  'provisional-not-met',
  'too-few',
  'none',
  'no-target',
]);

/** The main figure: the share of satisfied ballots, with the numbers needed to check it. */
const indicatorSchema = z.strictObject({
  code: z.literal('satisfaction'),
  rule: z.literal('share-satisfied/1').meta({ description: 'Levels 4 and 5 over all levels' }),
  question: z.literal('overall'),
  numerator: count.nullable(),
  denominator: count.nullable(),
  percent: percent.nullable().meta({ description: 'Null when suppressed or below minimum_n' }),
  neutral: count.nullable().meta({ description: 'Ballots at level 3' }),
  dissatisfied: count.nullable().meta({ description: 'Ballots at levels 1 and 2' }),
  interval: intervalSchema.nullable(),
  interval_finite: finiteIntervalSchema.nullable(),
  target: z
    .strictObject({ percent, since: day })
    .nullable()
    .meta({ description: "In force on the period's last day" }),
  minimum_n: count,
  verdict: z.enum(['met', 'not-met', 'too-few']).nullable(),
  certain: z.boolean().meta({ description: 'Whether the whole interval lies on the side of the verdict' }),
  suppressed: z.boolean().meta({ description: 'Fewer than five ballots: nothing is shown' }),
  lead: leadSchema.optional().meta({
    description:
      'What the figure says of the target: `met` and `not-met` only when the whole interval lies on one side ' +
      '(`provisional-` while the period runs), `unsure-` when it contains the target; `too-few`: fewer than ' +
      '`minimum_n` ballots; `none`: fewer than five. Left out by earlier reports',
  }),
});

/** Figures of one kind of respondent, or of one field of service. */
const groupFigures = {
  counted: count,
  numerator: count.meta({ description: 'Levels 4 and 5' }),
  denominator: count.meta({ description: 'The same as `counted`' }),
  suppressed: z.boolean().meta({ description: 'True only for `not-separated`' }),
} as const;

const GROUPS_NOTE =
  'Adds up to `indicator.denominator`. The last entry, `not-separated`, has what is not separated yet or too ' +
  'few; other periods than reporting months and sums of them have only that. Left out by earlier reports';

const totalSchema = z.strictObject({
  numerator: count.nullable(),
  denominator: count.nullable(),
  percent: percent.nullable(),
});

const factorSchema = z.strictObject({
  id: z.string(),
  percent: percent.nullable(),
  n: count.nullable().meta({ description: 'Answers 1–5 to the items that count' }),
  items: z.array(z.string()).meta({ description: 'Items with enough answers' }),
  left_out: z.array(z.string()).meta({ description: 'Items with too few answers' }),
  suppressed: z.boolean(),
});

const questionSchema = z.strictObject({
  id: z.string(),
  official_item: z.int().nullable(),
  factor: z.string().nullable(),
  n: count.nullable().meta({ description: 'Answers 1–5' }),
  counts: z
    .strictObject({ '1': count, '2': count, '3': count, '4': count, '5': count, na: count, skipped: count })
    .nullable(),
  not_asked: count.nullable().optional().meta({
    description:
      'Counted ballots of surveys without this question; with `counts` they are all counted ballots',
  }),
  suppressed: z.boolean(),
});

/** `docs/alerts.md` lists the parameters of each kind. */
const alertSchema = z.strictObject({
  id: z.string().meta({ description: 'The kind of alert; new ones may be added' }),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).meta({
    description:
      'Always `counter` (null: the unit), `channel`, `from`, `to`, `observed`, `expected`, `one_in` (by chance once ' +
      'in so many times at most; null: no matter of chance) and `alert_from_one_in`, then those of the kind',
  }),
});

export const reportSchema = z
  .strictObject({
    schema: z.literal('hailong.report/1'),
    revision: z.int().min(1),
    replaces: z.int().min(1).nullable(),
    reason: z.string().nullable(),
    trial: z.boolean().optional().meta({ description: 'Test ballots before the official start' }),
    trial_record: z.strictObject({ from: day, to: day, erased: count }).nullable().optional().meta({
      description: 'The trial before the official start: its days, and the number of ballots erased',
    }),
    installation: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'Made with the data folder: another one means that the data began again' }),
    unit: z.strictObject({
      code: z.string(),
      official_code: z.string().nullable().meta({ description: 'Equal to `agency_code`' }),
      name: z.string(),
      kind: z.string().nullable().optional(),
      agency_code: z.string().nullable().optional(),
      area_code: z.string().nullable().optional(),
    }),
    receiver: z.string(),
    receivers: z.array(z.string()).optional(),
    period: z.strictObject({
      id: z.string(),
      kind: z.string(),
      from: day,
      to: day,
      closed_at: instant.nullable().meta({ description: 'Null while the figures are provisional' }),
      counted_from: day
        .nullable()
        .optional()
        .meta({
          description:
            'The day from which figures count ballots, where it is later than `from`: earlier days are only in ' +
            'reports that an earlier version stored. Else null',
        }),
    }),
    as_of: instant.meta({ description: 'Figures finer than the indicator cover days finished by then' }),
    ballots: z.strictObject({
      received: count.meta({ description: 'Live' }),
      set_aside: count.nullable(),
      counted: count.nullable(),
      pending: count.nullable().meta({
        description:
          'Received by the last day of the period and not in the figures yet, whether it will count or not: a ' +
          "counter's finished days are gathered until five ballots count. The next period's `carried_in`",
      }),
      carried_in: count.meta({
        description:
          'Received before the period and not in the figures then. `received` + `carried_in` = `counted` + ' +
          '`set_aside` + `pending`',
      }),
    }),
    survey: z.array(
      z.strictObject({
        id: z.string(),
        version: z.int(),
        sha256: z.string(),
        counted: count.nullable(),
        suppressed: z.boolean(),
      }),
    ),
    indicator: indicatorSchema,
    indicator_all: totalSchema
      .nullable()
      .meta({ description: 'The indicator with the ballots that were set aside' }),
    headline: z
      .enum(['all', 'single-use'])
      .optional()
      .meta({
        description:
          'Which figure the office showed first, in reports that closed while there was a choice. `all` since; ' +
          'left out by reports that closed before',
      }),
    single_use: indicatorSchema
      .nullable()
      .meta({ description: 'The indicator from one-time slips alone; null where none were issued' }),
    factors: z.strictObject({
      rule: z.literal('factor-mean/1'),
      percent: percent.nullable(),
      by: z.array(factorSchema),
    }),
    questions: z.array(questionSchema),
    channels: z
      .array(z.strictObject({ channel: z.string(), counted: count.nullable(), suppressed: z.boolean() }))
      .meta({ description: GROUPS_NOTE }),
    respondents: z
      .array(z.strictObject({ kind: z.string(), ...groupFigures }))
      .optional()
      .meta({ description: GROUPS_NOTE }),
    fields: z
      .array(z.strictObject({ field: z.string(), ...groupFigures }))
      .optional()
      .meta({ description: GROUPS_NOTE }),
    set_aside: z.strictObject({
      total: count.nullable(),
      by_reason: z
        .array(z.strictObject({ reason: z.string(), n: count.nullable(), suppressed: z.boolean() }))
        .meta({ description: 'In groups of five; the rest is `unclassified`. Adds up to `total`' }),
    }),
    suggested: z
      .strictObject({
        asked: count.nullable().meta({ description: 'Counted ballots whose form had the box' }),
        ticked: count.nullable().meta({ description: 'Of them with the box ticked' }),
        percent: percent.nullable(),
        suppressed: z.boolean(),
      })
      .nullable()
      .optional()
      .meta({
        description:
          'Ballots that say that somebody suggested their answers, in reports that closed while forms could ask. ' +
          'Null since; left out by reports that closed before',
      }),
    transactions: z.strictObject({
      n: count.nullable(),
      source: z.enum(['typed', 'imported', 'system']).nullable(),
    }),
    response_rate_percent: z.number().min(0).nullable(),
    counters: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        denominator: count.nullable(),
        numerator: count.nullable(),
        suppressed: z.boolean(),
        pending: count
          .optional()
          .meta({ description: 'Ballots that wait; they stay so when the counter has ended' }),
        ended: z.boolean().optional().meta({ description: 'The counter was closed by then' }),
      }),
    ),
    external: z
      .array(
        z.strictObject({
          code: z.enum(['sipas', 'dvcqg-766']),
          period: z.string(),
          percent,
          source: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'Published figures of others, as the office entered them' }),
    alerts: z.array(alertSchema).meta({
      description:
        'What only later data show and chance hardly explains, from finished days; it asks somebody to look. In ' +
        'public those alone that are about the number of ballots of the whole unit',
    }),
    seal: z
      .strictObject({
        algorithm: z.literal('sha256'),
        days: z
          .array(z.strictObject({ day, ballots: count, digest: z.string(), chain: z.string() }))
          .meta({ description: 'Every sealed day of the period: ballots received, and SHA-256 digests' }),
      })
      .nullable()
      .meta({
        description: 'Null before the first day is sealed, and in reports older than seals',
      }),
  })
  .meta({ id: 'Report' });

export type Report = z.infer<typeof reportSchema>;
export type ReportIndicator = z.infer<typeof indicatorSchema>;
