import type { Fault } from '../../web/types/fault.ts';
import { normaliseLine, truncateText } from '../lib/text.ts';
import type { Unit } from './unit.ts';

/** Maximum length of the name of a unit, receiver or counter, in characters. */
const NAME_LIMIT = 120;
const OFFICIAL_CODE_LIMIT = 35;
const PHONE_LIMIT = 30;

export type UnitFacts = Pick<Unit, 'name' | 'official_code' | 'receiver' | 'contact_phone'>;

export type TypedUnit = { readonly [Field in keyof UnitFacts]: string };

/** Whether a text contains a letter or digit; `…` or `–` alone is no name. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A name of at most `NAME_LIMIT` characters, or what is wrong with it: `missing` or `long`. */
export function parseName(typed: string): { readonly name: string } | { readonly fault: 'missing' | 'long' } {
  const name = normaliseLine(typed);
  if (!hasWords(name)) return { fault: 'missing' };
  return truncateText(name, NAME_LIMIT) === name ? { name } : { fault: 'long' };
}

/** Letters and digits in parts, as in `000.00.15.H34`. */
const isOfficialCode = (text: string): boolean =>
  text.length <= OFFICIAL_CODE_LIMIT && /^[0-9A-Za-z]+([.-][0-9A-Za-z]+)*$/.test(text);

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
  const nameOf = (field: 'name' | 'receiver'): string => {
    const parsed = parseName(typed[field]);
    if ('name' in parsed) return parsed.name;
    faults.push({ field, code: `${field}-${parsed.fault}` });
    return '';
  };
  const optional = (field: 'official_code' | 'contact_phone', isGood: (text: string) => boolean) => {
    const text = normaliseLine(typed[field]);
    if (text !== '' && !isGood(text)) faults.push({ field, code: `${field.replace('_', '-')}-form` });
    return text === '' ? null : text;
  };
  const facts: UnitFacts = {
    name: nameOf('name'),
    official_code: optional('official_code', isOfficialCode),
    contact_phone: optional('contact_phone', isPhone),
    receiver: nameOf('receiver'),
  };
  return { facts, faults };
}
