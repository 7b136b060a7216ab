import type { KnownBallot } from './thousand-ballots.ts';

// Computes the figures of a report from a list of ballots, without any code of the server, for comparison.

const ANSWERS = ['1', '2', '3', '4', '5', 'na', 'skipped'] as const;
type Counts = Record<(typeof ANSWERS)[number], number>;

const FACTORS: readonly (readonly [string, readonly number[]])[] = [
  ['access', [24, 25, 26]],
  ['procedure', [27, 28, 29, 30]],
  ['official', [31, 32, 33]],
  ['result', [34, 35, 36]],
  ['feedback', [37, 38, 39]],
];
const SHORT = [25, 28, 31, 32, 34, 37];
const LONG = FACTORS.flatMap(([, items]) => items);

const isSatisfied = (ballot: KnownBallot): boolean => ballot.overall >= 4;

/** Rounds half up to two decimals; 1e-9 makes up for binary fractions just below a half. */
const round = (value: number): number => Math.round(value * 100 + 1e-9) / 100;

function wilson(successes: number, n: number): { low: number; high: number } {
  const z = 1.959963984540054;
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: (100 * (centre - half)) / scale, high: (100 * (centre + half)) / scale };
}

function countBy(ballots: readonly KnownBallot[], keyOf: (ballot: KnownBallot) => string) {
  const counts = new Map<string, number>();
  for (const ballot of ballots) counts.set(keyOf(ballot), (counts.get(keyOf(ballot)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function countQuestion(ballots: readonly KnownBallot[], id: string): Counts {
  const counts: Counts = { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0, na: 0, skipped: 0 };
  for (const { items, overall } of ballots) {
    counts[String(id === 'overall' ? overall : (items[id] ?? 'skipped')) as keyof Counts] += 1;
  }
  return counts;
}

const levelsIn = (counts: Counts): number =>
  counts['1'] + counts['2'] + counts['3'] + counts['4'] + counts['5'];
const shareIn = (counts: Counts): number => (100 * (counts['4'] + counts['5'])) / levelsIn(counts);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A count of one to four is suppressed. Suppressing a second group to protect it is never necessary for these ballots.
 */
const isFew = (n: number): boolean => n > 0 && n < 5;

/** Ballots of surveys that have the question. */
const asked = (ballots: readonly KnownBallot[], id: string): KnownBallot[] =>
  ballots.filter(
    ({ survey }) => survey === 'mot-cua-day-du' || id === 'overall' || SHORT.includes(itemOf(id)),
  );

const itemOf = (id: string): number => Number(id.slice(1));

/** From the 15th on a day belongs to the reporting month of the next calendar month. */
const reportMonthOf = (day: string): string =>
  `${day.slice(0, 5)}${Number(day.slice(5, 7)) + (Number(day.slice(8)) >= 15 ? 1 : 0)}`;

/** All figures of a closed report, with a target of 90 % and a minimum of 30 ballots. */
export function countByHand(
  all: readonly KnownBallot[],
  counterCodes: readonly string[],
  isOfReportingMonths = false,
) {
  const counted = all.filter(({ setAside }) => setAside === null);
  const aside = all.filter(({ setAside }) => setAside !== null);
  const numerator = counted.filter(isSatisfied).length;
  const denominator = counted.length;
  const interval = wilson(numerator, denominator);
  const isMet = numerator * 100 >= denominator * 90;
  const isLong = counted.some(({ survey }) => survey === 'mot-cua-day-du');
  const ids = ['overall', ...(isLong ? LONG : SHORT).map((item) => `i${item}`)];
  const questions = ids.map((id) => {
    const counts = countQuestion(asked(counted, id), id);
    const item = id === 'overall' ? null : itemOf(id);
    const factor = FACTORS.find(([, items]) => item !== null && items.includes(item))?.[0] ?? null;
    const not_asked = counted.length - asked(counted, id).length;
    return { id, official_item: item, factor, n: levelsIn(counts), counts, not_asked, suppressed: false };
  });
  const by = FACTORS.map(([id]) => {
    const used = questions.filter((question) => question.factor === id && question.n >= 30);
    return {
      id,
      percent: round(mean(used.map(({ counts }) => shareIn(counts)))),
      exact: mean(used.map(({ counts }) => shareIn(counts))),
      n: Math.min(...used.map(({ n }) => n)),
      items: used.map((question) => question.id),
      left_out: questions.filter((one) => one.factor === id && one.n < 30).map((one) => one.id),
      suppressed: false,
    };
  });
  const satisfiedOfAll = all.filter(isSatisfied).length;
  // One to four ballots set aside in a month are also suppressed in the quarter, because readers could
  // subtract the other months from it.
  const hasFewAside = [...Map.groupBy(aside, ({ day }) => reportMonthOf(day)).values()].some((month) =>
    isFew(month.length),
  );
  return {
    ballots: {
      received: all.length,
      set_aside: aside.length,
      counted: denominator,
      pending: 0,
      carried_in: 0,
    },
    indicator: {
      numerator,
      denominator,
      percent: round((100 * numerator) / denominator),
      neutral: counted.filter(({ overall }) => overall === 3).length,
      dissatisfied: counted.filter(({ overall }) => overall <= 2).length,
      interval: { method: 'wilson-95', low: round(interval.low), high: round(interval.high) },
      verdict: isMet ? 'met' : 'not-met',
      certain: isMet ? interval.low >= 90 : interval.high < 90,
      suppressed: false,
    },
    indicator_all:
      hasFewAside || !isOfReportingMonths
        ? { numerator: null, denominator: null, percent: null }
        : {
            numerator: satisfiedOfAll,
            denominator: all.length,
            percent: round((100 * satisfiedOfAll) / all.length),
          },
    factors: {
      rule: 'factor-mean/1',
      percent: round(mean(by.map(({ exact }) => exact))),
      by: by.map(({ exact: _, ...factor }) => factor),
    },
    questions,
    channels: isOfReportingMonths
      ? countBy(counted, ({ channel }) => channel).map(([channel, n]) => ({
          channel,
          counted: n,
          suppressed: false,
        }))
      : [{ channel: 'not-separated', counted: denominator, suppressed: true }],
    surveys: countBy(counted, ({ survey }) => survey).map(([id, n]) => ({ id, version: 1, counted: n })),
    set_aside: {
      total: aside.length,
      by_reason: reasonsOf(aside),
    },
    counters: counterCodes.map((code, counter) => {
      const own = counted.filter((ballot) => ballot.counter === counter);
      return {
        code,
        denominator: own.length,
        numerator: own.filter(isSatisfied).length,
        suppressed: false,
        pending: 0,
        ended: false,
      };
    }),
  };
}

/** Numbers by reason are rounded down to multiples of five; `unclassified` has the rest. */
function reasonsOf(aside: readonly KnownBallot[]) {
  const known = countBy(aside, ({ setAside }) => setAside ?? '').flatMap(([reason, n]) =>
    n < 5 ? [] : [{ reason, n: n - (n % 5), suppressed: false }],
  );
  const rest = aside.length - known.reduce((sum, { n }) => sum + n, 0);
  return rest === 0 ? known : [...known, { reason: 'unclassified', n: rest, suppressed: true }];
}
