import { z } from 'zod';
import { count, day, instant, percent, reportSchema } from './report.v1.ts';

// Fields of API responses are only ever added, never changed or removed.

const unitName = {
  code: z.string(),
  official_code: z.string().nullable().meta({ description: 'Equal to `agency_code`' }),
  agency_code: z.string().nullable(),
  area_code: z.string().nullable(),
  kind: z.string().nullable(),
  name: z.string(),
} as const;

/** Why a unit is not in the totals: not open by the end of the period, figure suppressed, or on trial. */
const absenceSchema = z.enum(['not-open', 'hidden', 'trial']);
export type Absence = z.infer<typeof absenceSchema>;

export const reportListSchema = z
  .strictObject({
    schema: z.literal('hailong.reports/1'),
    period: z.string(),
    reports: z.array(reportSchema),
    missing: z
      .array(
        z.strictObject({
          unit: z.strictObject(unitName),
          report: z.null(),
          reason: z.literal('not-open').meta({ description: 'The unit was opened after the period' }),
          opened_on: day,
        }),
      )
      .optional()
      .meta({
        description: 'The units of this page without a report, and why. Left out by earlier versions',
      }),
    next_cursor: z.string().nullable().meta({ description: 'Pass as `cursor` for the next page' }),
  })
  .meta({ id: 'ReportList' });

export type ReportList = z.infer<typeof reportListSchema>;

export const unitListSchema = z
  .strictObject({
    schema: z.literal('hailong.units/1'),
    units: z.array(
      z.strictObject({
        ...unitName,
        open_from: day,
        open_to: day.nullable().meta({ description: 'Null while the unit is open' }),
        last_closed_period: z
          .string()
          .nullable()
          .meta({ description: 'The latest reporting month whose report is stored' }),
      }),
    ),
  })
  .meta({ id: 'UnitList' });
export type UnitList = z.infer<typeof unitListSchema>;

export const periodListSchema = z
  .strictObject({
    schema: z.literal('hailong.periods/1'),
    periods: z.array(
      z.strictObject({
        unit: z.string().meta({ description: "The unit's code" }),
        period: z.string(),
        kind: z.string(),
        from: day,
        to: day,
        closed_at: instant,
        revision: z
          .int()
          .min(1)
          .meta({ description: 'The latest; earlier ones by `?revision=` of the report' }),
        sha256: z.string().meta({ description: 'Of the bytes of the report' }),
      }),
    ),
  })
  .meta({ id: 'PeriodList' });
export type PeriodList = z.infer<typeof periodListSchema>;

export const totalsSchema = z
  .strictObject({
    schema: z.literal('hailong.totals/1'),
    period: z.string(),
    indicator: z
      .strictObject({
        rule: z.literal('share-satisfied/1'),
        numerator: count,
        denominator: count,
        neutral: count,
        dissatisfied: count,
        percent: percent.nullable().meta({ description: 'Of the sums; null when the denominator is 0' }),
        interval: z.strictObject({ method: z.literal('wilson-95'), low: percent, high: percent }).nullable(),
      })
      .meta({ description: 'Sums of `indicator` of the counted reports, never a mean of percentages' }),
    ballots: z
      .strictObject({
        received: count,
        carried_in: count,
        counted: count,
        set_aside: count,
        pending: count,
      })
      .meta({ description: 'Sums over the counted reports; a null adds nothing' }),
    response: z
      .strictObject({
        units: count.meta({ description: 'Counted reports that know their number of transactions' }),
        received: count.meta({ description: 'Sum of `ballots.received` of these: ballots of the own days' }),
        transactions: count.meta({ description: 'Sum of `transactions.n` of these' }),
        percent: z.number().min(0).nullable(),
      })
      .meta({ description: 'The response rate of the units that know their transactions' }),
    coverage: z.strictObject({
      units: count.meta({ description: 'N: every unit that the key reaches' }),
      counted: count.meta({ description: 'n: units whose figures are in the sums' }),
      closed: count.meta({ description: 'Of these, reports that are closed' }),
      not_open: count,
      hidden: count.meta({ description: 'Fewer than five ballots: nothing is shown, nothing is added' }),
      trial: count.meta({ description: 'Before the official start; not in the sums' }),
    }),
    missing: z
      .array(z.strictObject({ unit: z.string(), name: z.string(), reason: absenceSchema }))
      .meta({ description: 'The units that are not in the sums, by code, and why' }),
  })
  .meta({ id: 'Totals' });
export type Totals = z.infer<typeof totalsSchema>;

const localised = z.strictObject({ vi: z.string(), en: z.string() });
const labels = z.record(z.string(), localised);

export const surveyTextsSchema = z
  .strictObject({
    schema: z.literal('hailong.survey/1'),
    id: z.string(),
    version: z.int().min(1),
    sha256: z.string().meta({ description: 'As in `survey` of a report' }),
    title: localised,
    levels: labels.meta({ description: 'The five levels, 1 is the worst' }),
    questions: z.array(
      z.strictObject({
        id: z.string(),
        official_item: z.int().nullable(),
        factor: z.string().nullable(),
        text: localised,
        hint: localised.nullable(),
        na: localised.nullable().meta({ description: 'Label of "not applicable", where it is offered' }),
        chips: z.array(z.strictObject({ id: z.string(), text: localised })),
      }),
    ),
    respondent_kinds: labels,
    fields: labels,
    factors: labels,
    channels: labels,
    set_aside_reasons: labels,
  })
  .meta({ id: 'SurveyTexts' });
export type SurveyTexts = z.infer<typeof surveyTextsSchema>;

/** Every error response under `/api` (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int().min(400).max(599).meta({ description: 'The same as the status of the answer' }),
    code: z.string().meta({ description: 'A stable name in kebab-case; new ones may be added' }),
    detail: z.string().optional(),
    error_id: z
      .string()
      .optional()
      .meta({ description: 'Of an unexpected failure: the same as in the log of the server' }),
  })
  .meta({ id: 'Problem' });
