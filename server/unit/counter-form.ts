import type { Fault } from '../../web/types/fault.ts';
import type { Counter } from './counter.ts';
import { parseName } from './unit-form.ts';

export const MAX_OPEN_COUNTERS = 50;

const COUNTER_CHANNELS = ['poster', 'link'] as const;
type CounterChannel = (typeof COUNTER_CHANNELS)[number];

export const parseCounterChannel = (typed: string): CounterChannel | null =>
  COUNTER_CHANNELS.find((channel) => channel === typed) ?? null;

/** Form input. If the field of administration is empty, citizens are asked for it. */
export interface TypedCounter {
  readonly name: string;
  readonly field: string;
}

/** Ignores case, because names that differ only in case sound the same when spoken. */
const isSameName = (left: string, right: string): boolean =>
  left.normalize('NFC').toLowerCase() === right.normalize('NFC').toLowerCase();

export const isNameTaken = (counters: readonly Counter[], name: string, exceptCode: string | null): boolean =>
  counters.some((other) => other.is_open && other.code !== exceptCode && isSameName(other.name, name));

/**
 * Parses a counter's name and field; returns all faults at once. `fields`: ids of the fields in its survey; `code`:
 * null for a new counter.
 */
export function parseCounterForm(
  typed: TypedCounter,
  code: string | null,
  counters: readonly Counter[],
  fields: readonly string[],
): { readonly name: string; readonly field: string | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const parsed = parseName(typed.name);
  const name = 'name' in parsed ? parsed.name : '';
  if ('fault' in parsed) faults.push({ field: 'name', code: `counter-name-${parsed.fault}` });
  else if (isNameTaken(counters, name, code)) faults.push({ field: 'name', code: 'counter-name-taken' });
  const field = typed.field === '' ? null : typed.field;
  if (field !== null && !fields.includes(field)) faults.push({ field: 'field', code: 'field-unknown' });
  return { name, field, faults };
}
