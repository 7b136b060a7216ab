import type { Fault } from '../../web/types/fault.ts';
import { normaliseLine, truncateText } from '../lib/text.ts';
import type { Unit } from './unit.ts';

/** Limit in characters for the names of units, receivers and counters. */
const NAME_LIMIT = 120;
const CODE_LIMIT = 35;
const PLACES_LIMIT = 10;
const KIND_LIMIT = 30;
const PHONE_LIMIT = 30;

/** What the office can change of its unit. */
export type UnitFacts = Omit<Unit, 'code' | 'opened_on'>;

export type TypedUnit = { readonly [Field in keyof UnitFacts]: string };

export const fillUnitForm = (unit: Unit): TypedUnit => ({
  ...unit,
  official_code: unit.official_code ?? '',
  contact_phone: unit.contact_phone ?? '',
});

const FIELDS = [
  ...['kind', 'name', 'head_agency', 'places', 'official_code', 'area_code', 'contact_phone'],
  ...['receiver', 'procedures_receiver'],
] as const;

/** `kind` is one of the usual words, or `other`; then `kind_other` is the word. */
export function readUnitForm(fields: ReadonlyMap<string, readonly string[]>): TypedUnit {
  const text = (name: string) => fields.get(name)?.[0] ?? '';
  const typed = Object.fromEntries(FIELDS.map((name) => [name, text(name)])) as TypedUnit;
  return typed.kind === 'other' ? { ...typed, kind: text('kind_other') } : typed;
}

/** `…` or `–` alone is no name. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

export function parseName(typed: string): { readonly name: string } | { readonly fault: 'missing' | 'long' } {
  const name = normaliseLine(typed);
  if (!hasWords(name)) return { fault: 'missing' };
  return truncateText(name, NAME_LIMIT) === name ? { name } : { fault: 'long' };
}

/** Letters and digits in parts, as in `H05.12.34` or `00076`. */
const isCode = (text: string): boolean =>
  text.length <= CODE_LIMIT && /^[0-9A-Za-z]+([.-][0-9A-Za-z]+)*$/.test(text);

/** Whether a text can be dialled: 3 digits (a short hotline) to 15 (ITU-T E.164), with usual separators. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return text.length <= PHONE_LIMIT && /^\+?[\d\s().-]+$/.test(text) && digits >= 3 && digits <= 15;
}

export function parseUnitForm(typed: TypedUnit): {
  readonly facts: UnitFacts;
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const fail = (field: keyof UnitFacts, what: string) =>
    faults.push({ field, code: `${field.replace('_', '-')}-${what}` });
  const nameOf = (field: 'name' | 'receiver' | 'procedures_receiver' | 'head_agency'): string => {
    const parsed = parseName(typed[field]);
    if ('name' in parsed) return parsed.name;
    if (field === 'name' || parsed.fault !== 'missing') fail(field, parsed.fault);
    return '';
  };
  const optional = (
    field: 'official_code' | 'area_code' | 'contact_phone' | 'kind',
    isGood: (text: string) => boolean,
  ): string => {
    const text = normaliseLine(typed[field]);
    if (text !== '' && !isGood(text)) fail(field, 'form');
    return text;
  };
  const facts: UnitFacts = {
    kind: optional('kind', (text) => hasWords(text) && text.length <= KIND_LIMIT),
    name: nameOf('name'),
    head_agency: nameOf('head_agency'),
    places: placesOf(typed.places).join('\n'),
    official_code: optional('official_code', isCode) || null,
    area_code: optional('area_code', isCode),
    contact_phone: optional('contact_phone', isPhone) || null,
    receiver: nameOf('receiver'),
    procedures_receiver: nameOf('procedures_receiver'),
  };
  const places = placesOf(facts.places);
  if (places.length > PLACES_LIMIT || places.some((place) => 'fault' in parseName(place))) {
    fail('places', 'form');
  }
  return { facts, faults };
}

const placesOf = (lines: string): string[] =>
  lines
    .split(/\r?\n/)
    .map(normaliseLine)
    .filter((place) => place !== '');
