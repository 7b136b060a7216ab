import { z } from 'zod';
import type { Day } from '../lib/day.ts';
import { mapValues } from '../lib/map-values.ts';
import { type NamedPeriod, nextPeriod } from '../period/period.ts';
import { DEFAULT_RETENTION_MONTHS, RETENTION_MONTHS } from './comment-retention.ts';
import { DEFAULT_OPENING_HOURS, type OpeningHours, openingHoursSchema } from './opening-hours.ts';
import { RULE_SETTINGS } from './rule-setting.ts';

interface NumberSetting {
  /** Entries in the audit log and public events are named `STEM-changed` and `STEM-withdrawn`. */
  readonly stem: string;
  readonly page: string;
  readonly schema: z.ZodType<number>;
  /** Whether people may type decimals; thousands may then not be grouped. */
  readonly isDecimal: boolean;
}

/**
 * Settings that consist of one number. A new one needs an entry here, its kinds in `act/act.ts` and
 * `public-event.ts` and its texts in `web/messages/settings.*.ts`; form, routes and permissions follow from this
 * table.
 */
export const NUMBER_SETTINGS = {
  /** The share of satisfied ballots that the office has to reach, percent, at most 2 decimals. */
  target_percent: {
    stem: 'target',
    page: '/quan-tri/muc-tieu',
    schema: z.number().min(0).max(100).multipleOf(0.01),
    isDecimal: true,
  },
  /** With fewer ballots, neither "met" nor "not met" is shown. */
  minimum_n: {
    stem: 'minimum',
    page: '/quan-tri/muc-tieu',
    schema: z.int().min(5).max(10_000),
    isDecimal: false,
  },
} as const satisfies Readonly<Record<string, NumberSetting>>;
export type NumberSettingName = keyof typeof NUMBER_SETTINGS;

/** A figure that another body published for a year (SIPAS since 2012), a quarter or a month. */
const externalFigureSchema = z.preprocess(
  // Figures that were stored up to version 0.2.0 have a year instead of a period.
  (value) => {
    const { year, ...rest } = Object(value) as { readonly year?: number };
    return year === undefined ? value : { ...rest, period: String(year) };
  },
  z.strictObject({
    /** Id of a year, quarter or month: `2025`, `2026-Q3`, `2026-11`. */
    period: z.string().regex(/^20(?:1[2-9]|[2-9]\d)(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?$/),
    /** 0–100, at most two decimals. */
    percent: z.number().min(0).max(100).multipleOf(0.01),
    source: z.string().min(1).max(200),
  }),
);
export type ExternalFigure = z.infer<typeof externalFigureSchema>;

/**
 * Figures of other bodies, by code in reports: SIPAS of the province, and the satisfaction part of QĐ 766/QĐ-TTg;
 * null: none. They are only quoted; no verdict depends on them.
 */
export const EXTERNAL_FIGURES = {
  sipas: externalFigureSchema.nullable(),
  'dvcqg-766': externalFigureSchema.nullable(),
} as const;
export type ExternalFigureCode = keyof typeof EXTERNAL_FIGURES;

/** Settings by name. Each value is in force until the day of the next one. */
export const DATED_SETTINGS = {
  ...mapValues(NUMBER_SETTINGS, ({ schema }): z.ZodType<number> => schema),
  /** The document that sets the target, such as a plan with its number and day; null: not confirmed. */
  target_document: z.string().min(1).max(200).nullable(),
  /** What the office changed after comments, in the leader's words; null: nothing to say. */
  improvements: z.string().min(1).max(500).nullable(),
  opening_hours: openingHoursSchema,
  ...EXTERNAL_FIGURES,
  comment_months: z.literal(RETENTION_MONTHS),
  ...RULE_SETTINGS,
} as const;

export type DatedSettingName = keyof typeof DATED_SETTINGS;
export type DatedSettingValue<Name extends DatedSettingName> = z.infer<(typeof DATED_SETTINGS)[Name]>;

export type DatedSetting<Name extends DatedSettingName = DatedSettingName> = {
  readonly [Each in Name]: {
    readonly name: Each;
    readonly since: Day;
    readonly value: DatedSettingValue<Each>;
  };
}[Name];

export const rowsOf = <Name extends DatedSettingName>(
  rows: readonly DatedSetting[],
  name: Name,
): DatedSetting<Name>[] => rows.filter((row) => row.name === name) as DatedSetting<Name>[];

/** The row in force on a day; null before the first. `rows` in any order. */
export function settingInForce<Name extends DatedSettingName>(
  rows: readonly DatedSetting[],
  name: Name,
  day: Day,
): DatedSetting<Name> | null {
  let found: DatedSetting | null = null;
  for (const row of rows) {
    if (row.name === name && row.since <= day && (found === null || row.since > found.since)) found = row;
  }
  return found as DatedSetting<Name> | null;
}

export const openingHoursOn = (rows: readonly DatedSetting[], day: Day): OpeningHours =>
  settingInForce(rows, 'opening_hours', day)?.value ?? DEFAULT_OPENING_HOURS;

export const commentMonthsOn = (rows: readonly DatedSetting[], day: Day): number =>
  settingInForce(rows, 'comment_months', day)?.value ?? DEFAULT_RETENTION_MONTHS;

/**
 * The text about improvements for a period's page: the last one set between the period's first day and the end of
 * the next period, so that pages of old periods do not change; null when there is none.
 */
export function improvementsAfter(
  settings: readonly DatedSetting[],
  period: NamedPeriod,
  today: Day,
): string | null {
  const end = nextPeriod(period).to;
  const row = settingInForce(settings, 'improvements', end < today ? end : today);
  return row !== null && row.since >= period.from ? row.value : null;
}
