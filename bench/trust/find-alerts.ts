import type { Alert, AlertId } from '../../server/alert/alert.ts';
import type {
  AlertInput,
  AnswerGroup,
  BatchCount,
  DayCount,
  KnownTransactions,
  OddHoursCount,
  WeekAnswers,
} from '../../server/alert/alert-input.ts';
import { findAlerts } from '../../server/alert/find-alerts.ts';
import { addDays, type Day, mondayOf } from '../../server/lib/day.ts';
import { GROUP_SIZE } from '../../server/tally/headline-step.ts';
import { tallyOf } from '../../server/tally/tally.ts';
import { isOddHour } from '../../server/trust/odd-hour.ts';
import { DEFAULT_OPENING_HOURS, isWorkingDay } from '../../server/unit/opening-hours.ts';
import { COUNTERS } from './commune.ts';
import type { JudgedDay } from './history.ts';
import type { JudgedBallot } from './judge-day.ts';
import { ITEMS } from './made-up-answers.ts';

/** An alert and the place, from 0, of the working day after which the office can read it. */
export interface SeenAlert {
  readonly alert: Alert;
  readonly place: number;
}

/** Slips that are printed for a counter, or for the supervisor, at the beginning of each month. */
const PRINTED = 300;
const SURVEY = 'mot-cua-ngan/1';
const QUESTIONS = ['overall', ...ITEMS];
/** A week closes at the end of the fifth day after it: at the end of the next week's Friday. */
const CLOSING_DAYS = 5;
const WEEK_DAYS = 5;

/** What the alerts need of a day; made once, however often they are asked. */
interface DaySummary {
  readonly day: Day;
  readonly counts: readonly DayCount[];
  readonly oddHours: OddHoursCount;
  readonly transactions: readonly KnownTransactions[];
  readonly groups: readonly (AnswerGroup & { readonly kind: 'counter' | 'channel' })[];
  /** Used slips by batch. */
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
  const groups = new Map<string, AnswerGroup & { readonly kind: 'counter' | 'channel' }>();
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
    if (!isCounted) continue;
    const one = {
      n: 1,
      satisfied: Number(Number(arrival.answers.levels.overall) >= 4),
      all_equal: allEqual(arrival),
    };
    addToGroup(groups, { kind: 'counter', id: counter, ...one });
    addToGroup(groups, { kind: 'channel', id: channel, ...one });
  }
  const isChannel = (text: string): text is 'poster' | 'slip' => text === 'poster' || text === 'slip';
  return {
    day,
    counts: [...counts].flatMap(([key, count]) => {
      const [counter = '', channel = ''] = key.split(' ');
      return isChannel(channel) ? [{ day, counter, channel, ...count }] : [];
    }),
    oddHours: { day, slips, others },
    transactions: Object.entries(transactions).map(([counter, n]) => ({ from: day, to: day, counter, n })),
    groups: [...groups.values()],
    used,
  };
}

const equalOnes = new WeakMap<JudgedBallot['arrival']['answers'], number>();

/** 1 for a ballot that gives all its levels alike, by the tally of the product. */
function allEqual({ answers }: JudgedBallot['arrival']): number {
  const known = equalOnes.get(answers);
  if (known !== undefined) return known;
  const { all_equal } = tallyOf(answers, QUESTIONS);
  equalOnes.set(answers, all_equal);
  return all_equal;
}

type Group = DaySummary['groups'][number];

function addToGroup(groups: Map<string, Group>, added: Group): void {
  const key = `${added.kind} ${added.id}`;
  const known = groups.get(key);
  groups.set(
    key,
    known
      ? {
          ...known,
          n: known.n + added.n,
          satisfied: known.satisfied + added.satisfied,
          all_equal: known.all_equal + added.all_equal,
        }
      : added,
  );
}

/** The answers of a finished week, as far as groups of five may be shown. */
function weekOf(days: readonly DaySummary[]): WeekAnswers {
  const from = mondayOf(days[0]?.day ?? '');
  const groups = new Map<string, Group>();
  for (const group of days.flatMap((day) => day.groups)) addToGroup(groups, group);
  const shown = [...groups.values()].filter(({ n }) => n >= GROUP_SIZE);
  return {
    from,
    to: addDays(from, 6),
    survey: SURVEY,
    counters: shown.filter(({ kind }) => kind === 'counter'),
    channels: shown.filter(({ kind }) => kind === 'channel'),
  };
}

/** Batches of a month, with the slips that are used by the end of its last day, in groups of five. */
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
    transactions: days.flatMap(({ transactions }) => transactions),
    weeks: [],
    batches: [],
  };
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(size * at, size * (at + 1)),
  );
}

/** Alerts that are made of weeks: of answers when the week has closed, of batches when it is over. */
function listWeekly(history: readonly DaySummary[], days: readonly DaySummary[]): SeenAlert[] {
  const weeksBefore = chunk(history.slice(history.length % WEEK_DAYS), WEEK_DAYS).map(weekOf);
  return chunk(days, WEEK_DAYS).flatMap((_, at) => {
    const untilNow = days.slice(0, WEEK_DAYS * (at + 1));
    const weeks = [...weeksBefore, ...chunk(untilNow, WEEK_DAYS).map(weekOf)];
    const { from, to } = weeks.at(-1) ?? { from: '', to: '' };
    const input = { ...inputOf(from, to, []), weeks };
    const friday = untilNow.length - 1;
    const ofAnswers = findAlerts(input).map((alert) => ({ alert, place: friday + CLOSING_DAYS }));
    const batches = [...batchesOf('1', history), ...batchesOf('2', untilNow)];
    const ofBatches = findAlerts({ ...inputOf(from, to, []), batches }).map((alert) => ({
      alert,
      place: friday,
    }));
    return [...ofAnswers, ...ofBatches];
  });
}

/** The alerts of one day alone, read at its end. */
function listOfDay(before: readonly DaySummary[], today: DaySummary): readonly Alert[] {
  return findAlerts(inputOf(today.day, today.day, [...before, today]));
}

/** All alerts of some weeks as the office sees them at their end: what goes on is one alert a week. */
export function listAlerts(history: readonly JudgedDay[], days: readonly JudgedDay[]): readonly Alert[] {
  const past = history.map(summaryOf);
  const present = days.map(summaryOf);
  const from = present[0]?.day ?? '';
  const to = present.at(-1)?.day ?? '';
  const daily = findAlerts(inputOf(from, to, [...past, ...present]));
  return [...daily, ...listWeekly(past, present).map(({ alert }) => alert)];
}

const keyOf = ({ id, counter, channel, to }: Alert): string => [id, counter, channel, to].join(' ');

/** What is known without an attack on each day of the weeks: none of it is the attack's. */
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
 * The place of the day after which the first alert is read that the attack causes, and the place of the first one of
 * another kind: what is left when the first kind is left out. `history` empty: an office that has just begun.
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
