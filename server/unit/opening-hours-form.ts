import type { Fault } from '../../web/types/fault.ts';
import { addDays, type Day, daysBetween, listDays } from '../lib/day.ts';
import { normaliseText } from '../lib/text.ts';
import { parseTypedDay } from '../lib/typed-day.ts';
import { MAX_DAYS_OFF, type OpeningDay, type OpeningHours, type OpeningSession } from './opening-hours.ts';
import type { ParsedValue, TypedSetting } from './setting.ts';

const SESSIONS = ['morning', 'afternoon'] as const;
type SessionName = (typeof SESSIONS)[number];

/** Opening and closing time as typed; both empty when closed. */
interface TypedSession {
  readonly from: string;
  readonly to: string;
}
export type TypedOpeningDay = Readonly<Record<SessionName, TypedSession>>;

export interface TypedOpeningHours {
  /** Seven days, Monday first. */
  readonly week: readonly TypedOpeningDay[];
  /** Lines of the text field, each with one day or a first and a last day. */
  readonly days_off: string;
}

/** `7:30`, `07h30`, `7g30`, `7.30`, `7h` or `0730` as `HH:MM`; null for anything else. */
export function parseTypedTime(text: string): string | null {
  const typed = normaliseText(text);
  const [, hours, minutes] =
    /^(\d{1,2})\s*[:.hg]\s*(\d{2})?$/i.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes ?? 0) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
}

/** Name of a form field: `1.morning` for Monday. */
const sessionField = (weekday: number, session: SessionName): string => `${weekday}.${session}`;

function parseSession(typed: TypedSession): OpeningSession | null | string {
  const [from, to] = [normaliseText(typed.from), normaliseText(typed.to)];
  if (from === '' && to === '') return null;
  if (from === '' || to === '') return 'session-half';
  const parsed = { from: parseTypedTime(from), to: parseTypedTime(to) };
  if (parsed.from === null || parsed.to === null) return 'time-form';
  return parsed.from < parsed.to ? { from: parsed.from, to: parsed.to } : 'session-order';
}

function parseWeek(typed: readonly TypedOpeningDay[], faults: Fault[]): OpeningDay[] {
  return Array.from({ length: 7 }, (_, index): OpeningDay => {
    const day: Record<SessionName, OpeningSession | null> = { morning: null, afternoon: null };
    for (const session of SESSIONS) {
      const parsed = parseSession(typed[index]?.[session] ?? { from: '', to: '' });
      if (typeof parsed !== 'string') day[session] = parsed;
      else faults.push({ field: sessionField(index + 1, session), code: parsed });
    }
    const { morning, afternoon } = day;
    if (morning && afternoon && afternoon.from < morning.to) {
      faults.push({ field: sessionField(index + 1, 'afternoon'), code: 'afternoon-early' });
    }
    return day;
  });
}

function parseDayLine(line: string): readonly Day[] | string {
  const whole = parseTypedDay(line);
  if (whole !== null) return [whole];
  const [, first = '', last = ''] = /^(\S+)\s*[-\u2013\u2014]\s*(\S+)$/.exec(line) ?? [];
  const [from, to] = [parseTypedDay(first), parseTypedDay(last)];
  if (from === null || to === null) return 'day-form';
  if (to < from) return 'days-order';
  return daysBetween(from, to) < MAX_DAYS_OFF ? listDays(from, to) : 'days-many';
}

function parseDaysOff(text: string, faults: Fault[]): Day[] {
  const days = new Set<Day>();
  for (const [index, line] of normaliseText(text).split('\n').entries()) {
    const typed = line.trim();
    if (typed === '') continue;
    const parsed = parseDayLine(typed);
    if (typeof parsed === 'string')
      faults.push({ field: 'days_off', code: parsed, params: { line: index + 1 } });
    else for (const day of parsed) days.add(day);
  }
  if (days.size > MAX_DAYS_OFF) faults.push({ field: 'days_off', code: 'days-many' });
  return [...days].sort();
}

/** Groups consecutive days; each group is one line of the form. `days` must be sorted. */
export function listRuns(days: readonly Day[]): readonly { readonly from: Day; readonly to: Day }[] {
  const runs: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

/** Monday morning has the form fields `1.morning.from` and `1.morning.to`. */
export function toTypedHours(fields: TypedSetting): TypedOpeningHours {
  const session = (weekday: number, name: SessionName) => {
    const field = sessionField(weekday, name);
    return { from: fields[`${field}.from`] ?? '', to: fields[`${field}.to`] ?? '' };
  };
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    morning: session(weekday, 'morning'),
    afternoon: session(weekday, 'afternoon'),
  }));
  return { week, days_off: fields.days_off ?? '' };
}

export function parseOpeningHoursForm(typed: TypedOpeningHours): ParsedValue<OpeningHours> {
  const faults: Fault[] = [];
  const week = parseWeek(typed.week, faults);
  const isEmpty = week.every(({ morning, afternoon }) => morning === null && afternoon === null);
  // If a time is unreadable, the week is not reported as empty as well.
  if (isEmpty && faults.length === 0) {
    faults.push({ field: sessionField(1, 'morning'), code: 'week-empty' });
  }
  const days_off = parseDaysOff(typed.days_off, faults);
  return faults.length > 0 ? { faults } : { value: { week, days_off } };
}
