import type { z } from 'zod';
import { LOCALES } from '../lib/locale.ts';
import { FACTORS } from './definition.ts';
import { type JsonPath, makeFault, type SurveyFault } from './survey-fault.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly SurveyFault[] };

/** Far above any real survey, so that parsing a wrong file does not take long. */
const MAX_CHARACTERS = 200_000;

/** Ignores a byte order mark, which Windows editors write. */
function parseJson(text: string): Parsed<unknown> {
  if (text.length > MAX_CHARACTERS) {
    return { ok: false, faults: [makeFault('file-too-large', [], { limit: MAX_CHARACTERS })] };
  }
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    const reason = String((error as Error).message).replace(/\p{Cc}+/gu, ' ');
    return { ok: false, faults: [makeFault('bad-json', [], { reason })] };
  }
}

function valueAt(json: unknown, path: JsonPath): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  object: 'an object { … }',
  array: 'a list [ … ]',
  number: 'a number',
  int: 'a whole number',
};

const isLocale = (step: unknown): boolean => (LOCALES as readonly unknown[]).includes(step);

function faultsOfIssue(issue: z.core.$ZodIssue, json: unknown): SurveyFault[] {
  const path = issue.path as JsonPath;
  const last = path.at(-1);
  const value = valueAt(json, path);
  const isBlank = value === undefined || (typeof value === 'string' && value.trim() === '');
  if (isBlank && isLocale(last)) return [makeFault('missing-translation', path, { locale: String(last) })];
  if (value === undefined && issue.code !== 'unrecognized_keys') return [makeFault('missing', path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => makeFault('unknown-key', [...path, key]));
    case 'invalid_type':
      return [
        makeFault('wrong-type', path, { expected: TYPE_NAMES[issue.expected] ?? String(issue.expected) }),
      ];
    case 'invalid_value': {
      if (last === 'factor') return [makeFault('unknown-factor', path, { expected: FACTORS.join(', ') })];
      if (path.at(-2) === 'answers' && typeof value !== 'string')
        return [makeFault('wrong-type', path, { expected: TYPE_NAMES.string! })];
      if (path.at(-2) === 'answers') return [makeFault('condition-answer', path, { answer: String(value) })];
      return [
        makeFault('wrong-value', path, { expected: issue.values.map((v) => JSON.stringify(v)).join(', ') }),
      ];
    }
    case 'too_big':
    case 'too_small': {
      const kind = issue.origin === 'string' ? 0 : issue.origin === 'array' ? 1 : 2;
      const limit = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
      const codes =
        issue.code === 'too_big'
          ? (['too-long', 'too-many', 'too-big'] as const)
          : (['too-short', 'too-few', 'too-small'] as const);
      return [makeFault(codes[kind], path, { limit })];
    }
    case 'invalid_key':
      return [makeFault('bad-text', path, { reason: `the name ${issue.issues[0]?.message ?? 'is wrong'}` })];
    default:
      return [makeFault('bad-text', path, { reason: issue.message })];
  }
}

/** `check` finds faults that the schema cannot find. It gets the raw JSON, even if that fails the schema. */
export function parseFile<T>(
  text: string,
  schema: z.ZodType<T>,
  check: (json: unknown) => readonly SurveyFault[] = () => [],
): Parsed<T> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const { success, data, error } = schema.safeParse(json.value);
  const issues = error?.issues ?? [];
  const faults = [...issues.flatMap((issue) => faultsOfIssue(issue, json.value)), ...check(json.value)];
  return success && faults.length === 0 ? { ok: true, value: data } : { ok: false, faults };
}
