import type { Alert, AlertId, AlertInput, BatchCount, KnownTransactions } from '../../server/alert/alert.ts';
import { findAlerts } from '../../server/alert/find-alerts.ts';
import { addDays, type Day, mondayOf } from '../../server/lib/day.ts';
import { GROUP_SIZE } from '../../server/tally/group-size.ts';
import type { DayCount } from '../../server/tally/tally.store.ts';
import { isOddHour, type OddHours } from '../../server/trust/odd-hours.ts';
import { DEFAULT_OPENING_HOURS, isWorkingDay } from '../../server/unit/opening-hours.ts';
import { COUNTERS } from './commune.ts';
import type { JudgedDay } from './history.ts';

/** `place` is the index of the working day after which the office can read the alert, from 0. */
export interface SeenAlert {
  readonly alert: Alert;
  readonly place: number;
}

/** Slips that each counter and the supervisor print at the beginning of a month. */
const PRINTED = 300;
const WEEK_DAYS = 5;

/** What the alert rules need to know about a day. */
interface DaySummary {
  readonly day: Day;
  readonly counts: readonly DayCount[];
  readonly oddHours: OddHours;
  readonly network: AlertInput['networks'][number];
  readonly transactions: readonly KnownTransactions[];
  /** Number of used slips by batch. */
  readonly used: ReadonlyMap<string, number>;
}

const summaries = new WeakMap<JudgedDay, DaySummary>();

function summaryOf(day: JudgedDay): DaySummary {
  const known = summaries.get(day);
  if (known) return known;
  const made = summarise(day);
  summaries.set(day, made);
  return made;
}

function summarise({ day, ballots, transactions }: JudgedDay): DaySummary {
  const counts = new Map<string, { received: number; counted: number }>();
  const used = new Map<string, number>();
  let slips = 0;
  let others = 0;
  for (const { arrival, setAside } of ballots) {
    const { counter, channel, minute, batch } = arrival;
    const isCounted = setAside === null;
    const key = `${counter} ${channel}`;
    const { received, counted } = counts.get(key) ?? { received: 0, counted: 0 };
    counts.set(key, { received: received + 1, counted: counted + Number(isCounted) });
    if (isOddHour(DEFAULT_OPENING_HOURS, day, Math.floor(minute))) channel === 'slip' ? slips++ : others++;
    if (batch !== null) used.set(batch, (used.get(batch) ?? 0) + 1);
  }
  const isChannel = (text: string): text is 'poster' | 'slip' => text === 'poster' || text === 'slip';
  return {
    day,
    counts: [...counts].flatMap(([key, count]) => {
      const [counter = '', channel = ''] = key.split(' ');
      return isChannel(channel) ? [{ day, counter, channel, ...count }] : [];
    }),
    oddHours: { day, slips, others },
    network: { day, n: Math.max(0, ...ballots.map(({ measures }) => measures?.fromNetwork ?? 0)) },
    transactions: Object.entries(transactions).map(([counter, n]) => ({ from: day, to: day, counter, n })),
    used,
  };
}

/**
 * As the office sees the batches at the end of a month: numbers of used slips are rounded down to multiples of five.
 */
function batchesOf(month: string, days: readonly DaySummary[]): BatchCount[] {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const ids = [...COUNTERS.map(({ code }) => code), 'door'];
  return ids.map((id) => {
    const used = days.reduce((sum, day) => sum + (day.used.get(`batch-${id}`) ?? 0), 0);
    return {
      id: `${id} ${month}`,
      counter: id === 'door' ? null : id,
      issued_on: first.day,
      slips: PRINTED,
      used: used - (used % GROUP_SIZE),
      counted_to: addDays(mondayOf(last.day), 6),
    };
  });
}

function inputOf(from: Day, to: Day, days: readonly DaySummary[]): AlertInput {
  return {
    from,
    to,
    openedOn: days[0]?.day ?? from,
    isWorkingDay: (day) => isWorkingDay(DEFAULT_OPENING_HOURS, day),
    openCounters: COUNTERS.map(({ code }) => code),
    days: days.flatMap(({ counts }) => counts),
    oddHours: days.map(({ oddHours }) => oddHours),
    networks: days.map(({ network }) => network),
    transactions: days.flatMap(({ transactions }) => transactions),
    batches: [],
  };
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(size * at, size * (at + 1)),
  );
}

/** Alerts about batches of slips, which are computed at the end of each week. */
function listWeekly(history: readonly DaySummary[], days: readonly DaySummary[]): SeenAlert[] {
  return chunk(days, WEEK_DAYS).flatMap((week, at) => {
    const untilNow = days.slice(0, WEEK_DAYS * (at + 1));
    const from = mondayOf(week[0]?.day ?? '');
    const batches = [...batchesOf('1', history), ...batchesOf('2', untilNow)];
    return findAlerts({ ...inputOf(from, addDays(from, 6), []), batches }).map((alert) => ({
      alert,
      place: untilNow.length - 1,
    }));
  });
}

function listOfDay(before: readonly DaySummary[], today: DaySummary): readonly Alert[] {
  return findAlerts(inputOf(today.day, today.day, [...before, today]));
}

/** All alerts of the days, as the office sees them afterwards: at most one a week for the same cause. */
export function listAlerts(history: readonly JudgedDay[], days: readonly JudgedDay[]): readonly Alert[] {
  const past = history.map(summaryOf);
  const present = days.map(summaryOf);
  const from = present[0]?.day ?? '';
  const to = present.at(-1)?.day ?? '';
  const daily = findAlerts(inputOf(from, to, [...past, ...present]));
  return [...daily, ...listWeekly(past, present).map(({ alert }) => alert)];
}

const keyOf = ({ id, counter, channel, to }: Alert): string => [id, counter, channel, to].join(' ');

/** Keys of the alerts that occur without an attack, and that are therefore no sign of one. */
export function listQuietKeys(
  history: readonly JudgedDay[],
  days: readonly JudgedDay[],
): ReadonlySet<string> {
  const past = history.map(summaryOf);
  const present = days.map(summaryOf);
  const daily = present.flatMap((today, place) => listOfDay([...past, ...present.slice(0, place)], today));
  return new Set([...daily, ...listWeekly(past, present).map(({ alert }) => alert)].map(keyOf));
}

/**
 * By kind of alert, index of the day of the first alert that occurs only with the attack. Stops after the
 * second kind, which shows what would be left without the first. A new office has an empty `history`.
 */
export function findFirstAlerts(
  history: readonly JudgedDay[],
  days: readonly JudgedDay[],
  start: number,
  quiet: ReadonlySet<string>,
): ReadonlyMap<AlertId, number> {
  const past = history.map(summaryOf);
  const present = days.map(summaryOf);
  const weekly = listWeekly(past, present);
  const first = new Map<AlertId, number>();
  for (const [place, today] of present.entries()) {
    if (place < start) continue;
    const ofDay = listOfDay([...past, ...present.slice(0, place)], today);
    const ofWeek = weekly.filter((seen) => seen.place === place).map(({ alert }) => alert);
    for (const alert of [...ofDay, ...ofWeek])
      if (!quiet.has(keyOf(alert)) && !first.has(alert.id)) first.set(alert.id, place);
    if (first.size > 1) break;
  }
  return first;
}
