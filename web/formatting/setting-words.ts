import { sayExternalFigure } from '../components/ThreeFigures.tsx';
import { figuresVi } from '../messages/figures.vi.ts';
import { settingsVi as words } from '../messages/settings.vi.ts';
import { trustVi as trust } from '../messages/trust.vi.ts';
import type { ExternalFigureView } from '../types/report-view.ts';
import type { Question, SettingWords } from '../types/setting-form.ts';
import type { Limits, RuleValue, SettingValue } from '../types/settings.ts';
import { formatDay } from './dates.ts';
import { asSentence, sayNumberChange } from './number-lines.ts';
import { formatCount, formatTarget, formatThreshold } from './numbers.ts';
import { formatCalendarPeriod } from './periods.ts';
import { ruleName, ruleText } from './rule-words.ts';

type NumberName = keyof typeof words.numbers;
type ExternalCode = ExternalFigureView['code'];

export type SettingName =
  | NumberName
  | 'target_document'
  | 'improvements'
  | ExternalCode
  | 'comment_months'
  | 'opening_hours'
  | `rule_${string}`;

const NOTHING = () => ({});

const withdrawal = (sentence: string, isPublic: boolean): Question => ({
  sentence,
  notes: isPublic ? [words.confirm.public] : [],
  button: isPublic ? words.confirm.withdrawButton : words.confirm.quietWithdrawButton,
});

function numberWords(name: NumberName): SettingWords {
  const own = words.numbers[name];
  const { stem } = own;
  const { unit } = figuresVi.events.numbers[stem];
  return {
    heading: own.heading,
    changeHeading: own.changeHeading,
    notes: [own.note],
    sayNow: (value) => (value === null ? own.none : null),
    say: (value) =>
      unit === 'percent' ? formatTarget(Number(value), 'vi') : formatCount(Number(value), 'vi'),
    fields: () => [{ name: 'value', label: own.value, hint: own.valueHint, isDecimal: true }],
    asksDay: true,
    button: own.button,
    fill: NOTHING,
    faults: { 'value-form': own.valueForm },
    ask(asked) {
      const { since } = asked;
      if (asked.act === 'withdraw') {
        const change = { since, withdrawn: Number(asked.withdrawn), stays: Number(asked.stays) };
        return withdrawal(`${asSentence(sayNumberChange(stem, change, figuresVi))}.`, true);
      }
      const from = asked.from === null ? null : Number(asked.from);
      const change = { since, from, to: Number(asked.to) };
      return {
        sentence: `${asSentence(sayNumberChange(stem, change, figuresVi))}.`,
        notes: [words.numberEffect, words.confirm.public],
        button: words.confirm.changeButton,
      };
    },
  };
}

const documentWords: SettingWords = {
  heading: words.document.heading,
  notes: [words.document.note],
  sayNow: (value) => (value === null ? words.document.none : null),
  say: (value) => (value === null ? words.document.none : String(value)),
  fields: () => [{ name: 'document', label: words.document.label, hint: words.document.hint }],
  button: words.document.button,
  fill: (value) => (value === null ? {} : { document: String(value) }),
  faults: words.document.faults,
  // The change takes effect at once, without a confirmation page.
  ask: () => ({ sentence: '', notes: [], button: words.document.button }),
};

const improvementWords: SettingWords = {
  notes: [],
  sayNow: (value) => (value === null ? words.improvements.none : null),
  say: (value) => (value === null ? words.improvements.nothing : String(value)),
  fields: () => [{ name: 'text', label: words.improvements.label, hint: words.improvements.hint, rows: 5 }],
  button: words.improvements.button,
  fill: (value) => (value === null ? {} : { text: String(value) }),
  faults: words.improvements.faults,
  // The change takes effect at once, without a confirmation page.
  ask: () => ({ sentence: '', notes: [], button: words.improvements.button }),
};

function externalWords(name: ExternalCode): SettingWords {
  const say = (value: SettingValue): string =>
    value === null
      ? words.externalForm.none
      : sayExternalFigure({ code: name, ...(value as Omit<ExternalFigureView, 'code'>) });
  return {
    ...words.external[name],
    notes: [words.external[name].note],
    sayNow: say,
    say,
    fields: () => [
      { name: 'period', label: words.externalForm.period, hint: words.externalForm.periodHint },
      {
        name: 'percent',
        label: words.externalForm.percent,
        hint: words.externalForm.percentHint,
        isDecimal: true,
      },
      {
        name: 'source',
        label: words.externalForm.source,
        hint: `${words.externalForm.sourceHint} ${words.externalForm.clear}`,
      },
    ],
    button: words.externalForm.button,
    fill(value) {
      if (value === null) return {};
      const { period, percent, source } = value as ExternalFigureView;
      return {
        period: formatCalendarPeriod(period, figuresVi),
        percent: formatTarget(percent, 'vi').replace('%', ''),
        source,
      };
    },
    faults: words.externalForm.faults,
    // The change takes effect at once, without a confirmation page.
    ask: () => ({ sentence: '', notes: [], button: words.externalForm.button }),
  };
}

const sayMonths = (value: SettingValue): string => words.retention.months(Number(value));

const retentionWords: SettingWords = {
  notes: [],
  sayNow: (value) => words.retention.now(Number(value)),
  say: sayMonths,
  fields: () => [
    {
      name: 'months',
      label: words.retention.legend,
      options: words.retention.choices.map((months) => ({ value: String(months), text: sayMonths(months) })),
    },
  ],
  button: words.retention.button,
  fill: (value) => ({ months: String(value) }),
  faults: { 'value-missing': words.retention.missing },
  ask(asked) {
    const since = formatDay(asked.since, 'vi');
    if (asked.act === 'withdraw') {
      const { withdrawn, stays } = asked;
      return withdrawal(words.retention.withdraw(sayMonths(withdrawn), since, sayMonths(stays)), false);
    }
    const keptFrom = formatDay(asked.effects.keptFrom ?? asked.since, 'vi');
    return {
      sentence: words.retention.shorten(Number(asked.to), since, keptFrom),
      notes: [],
      button: words.retention.shortenButton,
    };
  },
};

/** Only for the confirmation of a withdrawal: opening hours are set on a page of their own. */
const hoursWords: SettingWords = {
  ...retentionWords,
  ask: ({ since }) => withdrawal(words.hours.withdraw(formatDay(since, 'vi')), false),
};

function ruleWords(id: string): SettingWords {
  const sayRule = (value: SettingValue): string => {
    const { is_on, threshold } = value as RuleValue;
    return is_on ? `${trust.page.on}. ${ruleText({ id, threshold }, trust)}` : `${trust.page.offNow}.`;
  };
  return {
    notes: [trust.page.effect],
    sayNow: sayRule,
    say: sayRule,
    fields: (limits) => [
      {
        name: 'state',
        label: trust.page.stateLegend,
        options: [
          { value: 'on', text: trust.page.turnOn },
          { value: 'off', text: trust.page.turnOff },
        ],
      },
      ...(limits === null
        ? []
        : [
            {
              name: 'threshold',
              label: trust.thresholds[id] ?? '',
              hint: sayLimits(limits),
              isDecimal: true,
            },
          ]),
    ],
    button: trust.page.button,
    fill(value) {
      const { is_on, threshold } = value as RuleValue;
      return {
        state: is_on ? 'on' : 'off',
        ...(threshold === null ? {} : { threshold: formatThreshold(threshold, 'vi') }),
      };
    },
    faults: trust.faults,
    ask(asked) {
      const name = ruleName(id, trust);
      const since = formatDay(asked.since, 'vi');
      if (asked.act === 'withdraw')
        return withdrawal(trust.confirm.withdraw(name, since, sayRule(asked.stays)), true);
      const { is_on, threshold } = asked.to as RuleValue;
      return {
        sentence: is_on
          ? trust.confirm.on(name, since, ruleText({ id, threshold }, trust))
          : trust.confirm.off(name, since),
        notes: [trust.confirm.public],
        button: is_on ? trust.confirm.save : trust.confirm.turnOff,
      };
    },
  };
}

const sayLimits = ({ min, max, step }: Limits): string =>
  step === 1 ? trust.page.range(min, max) : trust.page.rangeInSteps(min, max, step);

/** `rule_too_fast` gives `too-fast`. */
const ruleIdOf = (name: `rule_${string}`): string => name.slice('rule_'.length).replaceAll('_', '-');

const isNumber = (name: SettingName): name is NumberName => Object.hasOwn(words.numbers, name);

const isExternal = (name: SettingName): name is ExternalCode => Object.hasOwn(words.external, name);

export function settingWords(name: SettingName): SettingWords {
  if (isNumber(name)) return numberWords(name);
  if (name === 'target_document') return documentWords;
  if (name === 'improvements') return improvementWords;
  if (isExternal(name)) return externalWords(name);
  if (name === 'comment_months') return retentionWords;
  return name === 'opening_hours' ? hoursWords : ruleWords(ruleIdOf(name));
}

/** `back` is the link to the parent page. */
interface SettingPageWords {
  readonly title: string;
  readonly intro: string;
  readonly notes: readonly string[];
  readonly back?: { readonly href: string; readonly text: string };
}

const isPage = (path: string): path is keyof typeof words.pages => Object.hasOwn(words.pages, path);

export function settingPageWords(path: string): SettingPageWords {
  const [, list = '', id = ''] = /^(\/quan-tri\/quy-tac)\/(.+)$/.exec(path) ?? [];
  if (isPage(path)) return words.pages[path];
  return {
    title: ruleName(id, trust),
    intro: trust.page.ruleIntro,
    notes: [],
    back: { href: list, text: trust.page.all },
  };
}
