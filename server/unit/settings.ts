import type { Fault } from '../../web/types/fault.ts';
import type { RuleValue } from '../../web/types/settings.ts';
import { type Day, yearOf } from '../lib/day.ts';
import { mapValues } from '../lib/map-values.ts';
import { normaliseLine, normaliseText } from '../lib/text.ts';
import {
  DEFAULT_RETENTION_MONTHS,
  firstKeptWeek,
  RETENTION_MONTHS,
  type RetentionMonths,
} from './comment-retention.ts';
import {
  DATED_SETTINGS,
  type DatedSettingName,
  type DatedSettingValue,
  type ExternalFigure,
  type ExternalFigureCode,
  NUMBER_SETTINGS,
  type NumberSettingName,
} from './dated-setting.ts';
import type { OpeningHours } from './opening-hours.ts';
import { parseOpeningHoursForm, toTypedHours } from './opening-hours-form.ts';
import {
  FIRST_RULES,
  fitsRule,
  RULE_IDS,
  RULE_SETTING_NAMES,
  type RuleId,
  THRESHOLD_RANGES,
} from './rule-setting.ts';
import type { Announcement, ParsedValue, Setting, TypedSetting } from './setting.ts';

const fault = (field: string, code: string): Fault => ({ field, code });
const always = () => true;
const never = () => false;

/** For settings that change at once and may be empty; no change is planned or confirmed. */
const AT_ONCE = { first: null, since: 'today', order: 'replace', needsConfirmation: never } as const;

function numberSetting(name: NumberSettingName): Setting<number> {
  const { stem, page, schema, isDecimal } = NUMBER_SETTINGS[name];
  return {
    page,
    field: 'value',
    parse({ value = '' }) {
      const figure = isDecimal ? value.trim().replace(/ ?%$/, '') : value;
      const parsed = schema.safeParse(parseTypedNumber(figure, isDecimal));
      if (parsed.success) return { value: parsed.data };
      return { faults: [fault('value', value.trim() === '' ? 'value-missing' : 'value-form')] };
    },
    since: 'typed',
    order: 'last',
    needsConfirmation: always,
    announceChange({ since, from, to }) {
      const kind = `${stem}-changed` as const;
      return {
        act: { kind, params: { since, to, ...(from === null ? {} : { from }) } },
        line: { kind, params: { since, from, to } },
      };
    },
    announceWithdrawal({ since, withdrawn, stays }) {
      const kind = `${stem}-withdrawn` as const;
      // `stays` is never null here: a setting without a default value keeps at least one row.
      const params = { since, withdrawn, stays: stays ?? withdrawn };
      return { act: { kind, params }, line: { kind, params } };
    },
  };
}

/** The official start requires this document. It has no public event, because the target has one. */
const targetDocument: Setting<string | null> = {
  ...AT_ONCE,
  page: '/quan-tri/muc-tieu',
  field: 'document',
  parse({ document = '' }) {
    const value = normaliseLine(document);
    if (value === '') return { faults: [fault('document', 'document-missing')] };
    const isGood = DATED_SETTINGS.target_document.safeParse(value).success;
    return isGood ? { value } : { faults: [fault('document', 'document-long')] };
  },
  announceChange: ({ to }) => ({ act: { kind: 'target-confirmed', params: { document: to ?? '' } } }),
};

/** No public event, because the text itself is published. */
const improvements: Setting<string | null> = {
  ...AT_ONCE,
  page: '/lanh-dao/viec-da-sua',
  field: 'text',
  parse({ text = '' }) {
    const value = normaliseText(text);
    if (value === '') return { value: null };
    const isGood = DATED_SETTINGS.improvements.safeParse(value).success;
    return isGood ? { value } : { faults: [fault('text', 'text-long')] };
  },
  announceChange: ({ to }) => ({
    act:
      to === null
        ? { kind: 'improvements-removed', params: {} }
        : { kind: 'improvements-set', params: { text: to } },
  }),
};

const externalFigure = (code: ExternalFigureCode): Setting<ExternalFigure | null> => ({
  ...AT_ONCE,
  page: '/quan-tri/sipas',
  field: 'period',
  parse: parseExternalFigure,
  announceChange: ({ to }) => ({
    act:
      to === null
        ? { kind: `${code}-removed`, params: {} }
        : { kind: `${code}-set`, params: { period: to.period, percent: to.percent } },
  }),
});

/** No public event, because no figure depends on opening hours. They have a form of their own. */
const openingHours: Setting<OpeningHours> = {
  page: '/quan-tri/gio-mo-cua',
  field: 'since',
  parse: (typed) => parseOpeningHoursForm(toTypedHours(typed)),
  since: 'typed',
  order: 'replace',
  needsConfirmation: never,
  announceChange: ({ since }) => ({ act: { kind: 'opening-hours-set', params: { since } } }),
  announceWithdrawal: ({ since }) => ({ act: { kind: 'opening-hours-withdrawn', params: { since } } }),
};

const commentMonths: Setting<RetentionMonths> = {
  page: '/quan-tri/luu-giu',
  first: DEFAULT_RETENTION_MONTHS,
  field: 'months',
  parse({ months }) {
    const value = RETENTION_MONTHS.find((choice) => String(choice) === months);
    return value === undefined ? { faults: [fault('months', 'value-missing')] } : { value };
  },
  // Leaves time until midnight to withdraw the change, because deleted comments cannot be restored.
  since: 'tomorrow',
  order: 'replace',
  needsConfirmation: (inForce, to) => to < (inForce ?? to),
  effects: ({ since, to }) => ({ keptFrom: firstKeptWeek(since, to).from }),
  announceChange: ({ since, to }) => ({
    act: { kind: 'comment-retention-set', params: { months: to, since } },
  }),
  announceWithdrawal: ({ since, withdrawn }) => ({
    act: { kind: 'comment-retention-withdrawn', params: { months: withdrawn, since } },
  }),
};

/** From tomorrow, so that the same setting applies to all ballots of a day. */
function ruleSetting(rule: RuleId): Setting<RuleValue> {
  const announce = (
    kind: 'rule-changed' | 'rule-withdrawn',
    since: string,
    { is_on, threshold }: RuleValue,
  ): Announcement['act'] => ({
    kind,
    params: { rule, since, state: is_on ? 'on' : 'off', ...(threshold === null ? {} : { threshold }) },
  });
  return {
    page: `/quan-tri/quy-tac/${rule}`,
    first: FIRST_RULES[rule],
    field: 'state',
    limits: THRESHOLD_RANGES[rule],
    parse({ state, threshold: typed = '' }) {
      const value = {
        is_on: state === 'on',
        threshold: FIRST_RULES[rule].threshold === null ? null : parseTypedNumber(typed, true),
      };
      const faults = [
        ...(state === 'on' || state === 'off' ? [] : [fault('state', 'state-missing')]),
        ...(fitsRule(rule, value) ? [] : [fault('threshold', 'threshold-invalid')]),
      ];
      return faults.length > 0 ? { faults } : { value };
    },
    since: 'tomorrow',
    order: 'last',
    needsConfirmation: always,
    announceChange: ({ since, from, to }) => {
      const was = from ?? FIRST_RULES[rule];
      return {
        act: announce('rule-changed', since, to),
        line: {
          kind: 'rule-changed',
          params: { rule, since, ...to, was_on: was.is_on, was_threshold: was.threshold },
        },
      };
    },
    announceWithdrawal: ({ since, withdrawn, stays }) => {
      const { is_on, threshold } = stays ?? FIRST_RULES[rule];
      return {
        act: announce('rule-withdrawn', since, withdrawn),
        line: {
          kind: 'rule-withdrawn',
          params: { rule, since, ...withdrawn, stays_on: is_on, stays_threshold: threshold },
        },
      };
    },
  };
}

type Registry = { readonly [Name in DatedSettingName]: Setting<DatedSettingValue<Name>> };

export const SETTINGS: Registry = {
  ...mapValues(NUMBER_SETTINGS, (_, name) => numberSetting(name)),
  target_document: targetDocument,
  improvements,
  sipas: externalFigure('sipas'),
  'dvcqg-766': externalFigure('dvcqg-766'),
  opening_hours: openingHours,
  comment_months: commentMonths,
  ...(Object.fromEntries(RULE_IDS.map((id) => [RULE_SETTING_NAMES[id], ruleSetting(id)])) as {
    readonly [Name in (typeof RULE_SETTING_NAMES)[RuleId]]: Setting<RuleValue>;
  }),
};

const NAMES = Object.keys(DATED_SETTINGS) as DatedSettingName[];

export interface SettingPage {
  readonly path: string;
  readonly names: readonly DatedSettingName[];
  /** Whether changes can be planned, and so withdrawn. */
  readonly hasPlans: boolean;
}

export const SETTING_PAGES: readonly SettingPage[] = [
  ...new Set(NAMES.map((name) => SETTINGS[name].page)),
].map((path) => {
  const names = NAMES.filter((name) => SETTINGS[name].page === path);
  return { path, names, hasPlans: names.some((name) => SETTINGS[name].announceWithdrawal !== undefined) };
});

/** A number with a comma or a point, at most two decimals; thousands are not grouped. */
const DECIMAL = /^\d{1,4}(?:[.,]\d{1,2})?$/;
/** A whole number; its thousands may be grouped by a point, as usual in Vietnamese. */
const WHOLE = /^(\d{1,5}|\d{1,2}\.\d{3})$/;

function parseTypedNumber(text: string, isDecimal: boolean): number {
  const typed = text.trim();
  if (!(isDecimal ? DECIMAL : WHOLE).test(typed)) return Number.NaN;
  return Number(isDecimal ? typed.replace(',', '.') : typed.replace('.', ''));
}

const FIELDS = ['period', 'percent', 'source'] as const;
const ROMAN = ['i', 'ii', 'iii', 'iv'];

/**
 * `Quý III/2026` and `quý 3/2026` give `2026-Q3`, `tháng 5/2026` and `05/2026` give `2026-05`, `năm 2025` gives
 * `2025`.
 */
function toPeriodId(typed: string): string {
  const [, kind = '', part = '', year = ''] =
    /^(tháng |quý |năm )?(?:(\d{1,2}|i{1,3}|iv) ?\/ ?)?(\d{4})$/.exec(typed.toLowerCase()) ?? [];
  if (part === '') return kind === '' || kind.startsWith('n') ? year : '';
  if (kind.startsWith('q')) return `${year}-Q${ROMAN.indexOf(part) + 1 || part}`;
  return kind.startsWith('n') ? '' : `${year}-${part.padStart(2, '0')}`;
}

/**
 * Returns all faults at once. A figure of a future year is a fault. If all fields are empty, the value is null,
 * which removes the figure.
 */
export function parseExternalFigure(typed: TypedSetting, today: Day): ParsedValue<ExternalFigure | null> {
  const [period = '', percent = '', source = ''] = FIELDS.map((field) => normaliseText(typed[field] ?? ''));
  if (period === '' && percent === '' && source === '') return { value: null };
  const given = {
    period: toPeriodId(period),
    percent: parseTypedNumber(percent.replace(/ ?%$/, ''), true),
    source,
  };
  const parsed = DATED_SETTINGS.sipas.safeParse(given);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  if (Number(given.period.slice(0, 4)) > yearOf(today)) wrong.add('period');
  const faults = FIELDS.filter((field) => wrong.has(field)).map((field) => ({
    field,
    code: `${field}-${normaliseText(typed[field] ?? '') === '' ? 'missing' : 'form'}`,
  }));
  return faults.length > 0 || !parsed.success ? { faults } : { value: parsed.data };
}
