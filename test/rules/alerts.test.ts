import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert, BatchCount } from '../../server/alert/alert.ts';
import { findAlerts } from '../../server/alert/find-alerts.ts';
import { isPublicAlert, toReportedAlert } from '../../server/alert/reported-alert.ts';
import { addDays } from '../../server/lib/day.ts';
import { alertInput, countsOf, FIRST_MONDAY, workingDays } from '../helpers/alert-days.ts';

/** Ballots on twenty days; mean 10.9. */
const USUAL = [9, 12, 10, 14, 8, 11, 13, 10, 12, 9, 11, 15, 7, 12, 10, 13, 9, 11, 12, 10];
const DAYS = workingDays(30);
const dayAt = (index: number) => DAYS[index] ?? '';
const short = ({ id, counter, channel, from, to, observed }: Alert) =>
  [id, counter, channel, from, to, Math.round(observed * 100) / 100] as const;

/** Alerts of days with these numbers after the usual ones. */
const findAfterUsual = (numbers: readonly number[], given: Parameters<typeof alertInput>[0] | object = {}) =>
  findAlerts(
    alertInput({
      from: dayAt(20),
      to: dayAt(20 + numbers.length - 1),
      days: countsOf('k1', [...USUAL, ...numbers]),
      ...given,
    }),
  );

describe('a sudden rise', () => {
  const ofCounter = (alerts: readonly Alert[]) =>
    alerts.filter(({ id, counter }) => id === 'sudden-rise' && counter === 'k1');

  it('is one from the day on that the usual days do not explain: 29 and not 28', () => {
    // Mean 11.69, variance 16.06: 28 or more occur once in 1 811 days, 29 or more once in 3 318; computed
    // independently with log-gamma.
    expect(ofCounter(findAfterUsual([28]))).toEqual([]);
    const [alert] = ofCounter(findAfterUsual([29]));
    expect(alert).toMatchObject({ from: dayAt(20), to: dayAt(20), observed: 29, channel: null });
    expect(alert?.expected).toBeCloseTo(10.9, 10);
    expect(alert?.p).toBeCloseTo(0.00030130932318592, 12);
    expect(alert?.params).toMatchObject({
      working_days: 1,
      history_days: 20,
      history_from: dayAt(0),
      history_to: dayAt(19),
    });
    expect(alert?.params.cautious_mean).toBeCloseTo(11.689932429, 8);
    expect(alert?.params.cautious_variance).toBeCloseTo(16.059589783, 8);
  });

  it('shows in three days together what no single one shows', () => {
    const [alert, ...more] = ofCounter(findAfterUsual([22, 22, 22]));
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ from: dayAt(20), to: dayAt(22), observed: 66 });
    expect(alert?.p).toBeCloseTo(6.657153733104e-5, 14);
    expect(alert?.params.working_days).toBe(3);
    expect(alert?.expected).toBeCloseTo(32.7, 10);
  });

  it('is said of the whole unit, too, and not of slips and paper, whose number is given', () => {
    const days = [...countsOf('k1', [...USUAL, 40]), ...countsOf('k2', [...USUAL, 10])];
    const input = alertInput({ from: dayAt(20), to: dayAt(20), days });
    expect(findAlerts(input).map(short)).toEqual([
      ['sudden-rise', null, null, dayAt(20), dayAt(20), 50],
      ['sudden-rise', 'k1', null, dayAt(20), dayAt(20), 40],
    ]);
    for (const channel of ['slip', 'paper', 'assisted'] as const) {
      const others = [...countsOf('k1', [...USUAL, 10]), { ...day40, channel }];
      expect(findAlerts(alertInput({ from: dayAt(20), to: dayAt(20), days: others }))).toEqual([]);
    }
  });
  const day40 = { day: dayAt(20), counter: 'k1', received: 40, counted: 40 };

  it('counts ballots that were set aside: they came', () => {
    const days = [...countsOf('k1', USUAL), { ...day40, channel: 'poster' as const, counted: 2 }];
    expect(ofCounter(findAlerts(alertInput({ from: dayAt(20), to: dayAt(20), days })))).toHaveLength(1);
  });

  it('waits for three weeks of days, and for ten ballots', () => {
    const short14 = countsOf('k1', [...USUAL.slice(0, 14), 60]);
    const short15 = countsOf('k1', [...USUAL.slice(0, 15), 60]);
    const at = (index: number) => ({ from: dayAt(index), to: dayAt(index) });
    expect(findAlerts(alertInput({ ...at(14), days: short14 }))).toEqual([]);
    expect(findAlerts(alertInput({ ...at(15), days: short15 }))).not.toEqual([]);
    const quiet = Array.from({ length: 20 }, (_, index) => (index % 10 === 0 ? 1 : 0));
    const quietThen = (n: number) => alertInput({ ...at(20), days: countsOf('k1', [...quiet, n]) });
    expect(findAlerts(quietThen(9))).toEqual([]);
    expect(findAlerts(quietThen(10))).not.toEqual([]);
  });

  it('takes the wide swings of an office that has them as usual', () => {
    const swinging = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 2 : 20));
    const days = countsOf('k1', [...swinging, 29]);
    expect(findAlerts(alertInput({ from: dayAt(20), to: dayAt(20), days }))).toEqual([]);
  });

  it('looks at working days alone, and at none before the counter had a ballot', () => {
    const saturday = addDays(FIRST_MONDAY, 26);
    const days = [...countsOf('k1', USUAL), { ...day40, day: saturday, channel: 'poster' as const }];
    expect(findAlerts(alertInput({ from: saturday, to: saturday, days }))).toEqual([]);
    const late = countsOf('k1', [...USUAL.map(() => 0), ...USUAL.slice(0, 5), 40]);
    const other = countsOf('k2', [...USUAL, ...USUAL].slice(0, 26));
    const input = alertInput({ from: dayAt(25), to: dayAt(25), days: [...late, ...other] });
    expect(ofCounter(findAlerts(input))).toEqual([]);
  });
});

describe('ballots of one network', () => {
  const networks = (numbers: readonly number[]) => numbers.map((n, index) => ({ day: dayAt(index), n }));
  const find = (numbers: readonly number[]) => {
    const last = dayAt(numbers.length - 1);
    const days = countsOf('k1', [...numbers.map(() => 1).slice(1), 40]);
    return findAlerts(alertInput({ from: last, to: last, days, networks: networks(numbers) }))
      .filter(({ id }) => id === 'one-network')
      .map((alert) => [...short(alert), alert.expected, alert.params.received]);
  };

  it('are told from thirty in ten minutes on, from the first day', () => {
    expect(find([29])).toEqual([]);
    expect(find([30])).toEqual([['one-network', null, null, dayAt(0), dayAt(0), 30, 0, 40]]);
  });

  it('are usual where a network sends that many on most days', () => {
    const usual = Array.from({ length: 20 }, () => 20);
    expect(find([...usual, 39])).toEqual([]);
    expect(find([...usual, 40])).toMatchObject([{ 5: 40, 6: 20 }]);
  });

  it('are not public', () => {
    expect(isPublicAlert({ id: 'one-network', params: { counter: null, channel: null } })).toBe(false);
  });
});

describe('ballots at odd hours', () => {
  const hours = (others: readonly number[], slips: readonly number[] = []) =>
    Array.from({ length: Math.max(others.length, slips.length) }, (_, index) => ({
      day: addDays(FIRST_MONDAY, index),
      others: others[index] ?? 0,
      slips: slips[index] ?? 0,
    }));
  const none = Array.from({ length: 20 }, () => 0);
  const last = addDays(FIRST_MONDAY, 20);
  const find = (oddHours: ReturnType<typeof hours>) =>
    findAlerts(alertInput({ from: last, to: last, oddHours })).map(short);

  it('are told from ten on where there were none, slips apart', () => {
    expect(find(hours([...none, 9]))).toEqual([]);
    expect(find(hours([...none, 10]))).toEqual([['odd-hours', null, null, last, last, 10]]);
    expect(find(hours([], [...none, 10]))).toEqual([['odd-hours', null, 'slip', last, last, 10]]);
  });

  it('are usual where people answer in the evening', () => {
    const evenings = none.map((_, index) => 6 + (index % 5));
    expect(find(hours([...evenings, 14]))).toEqual([]);
    expect(find(hours([...evenings, 500]))).toHaveLength(1);
  });

  it('need twenty days of history', () => {
    const oddHours = hours([...none.slice(1), 500]);
    const day = addDays(FIRST_MONDAY, 19);
    expect(findAlerts(alertInput({ from: day, to: day, oddHours }))).toEqual([]);
  });
});

describe('a silent counter', () => {
  const find = (numbers: readonly number[], given: object = {}) =>
    findAfterUsual(numbers, { openCounters: ['k1'], ...given }).filter(({ id }) => id === 'silent-counter');

  it('is told on the first working day where it always had ballots', () => {
    // The variance is below the mean, so Poisson: e^-10.9.
    const [alert] = find([0]);
    expect(alert).toMatchObject({ counter: 'k1', from: dayAt(20), to: dayAt(20), observed: 0 });
    expect(alert?.p).toBeCloseTo(Math.exp(-10.9), 12);
  });

  it('takes days in a row where a single one is nothing', () => {
    const few = Array.from({ length: 20 }, (_, index) => [3, 1, 2, 4, 0][index % 5] ?? 0);
    const silent = (days: number) =>
      findAlerts(
        alertInput({
          from: dayAt(20),
          to: dayAt(20 + days),
          openCounters: ['k1'],
          days: countsOf('k1', few),
        }),
      );
    // An empty day has probability e^-2, or more with a variance above the mean; only several in a row are rare.
    expect(silent(1)).toEqual([]);
    const [alert] = silent(5);
    expect(alert).toMatchObject({ id: 'silent-counter', counter: 'k1' });
    expect(alert?.p).toBeLessThanOrEqual(0.0004);
  });

  it('is not told of closed counters, of days without transactions, and of any ballot by any way', () => {
    expect(find([0], { openCounters: [] })).toEqual([]);
    const nobody = [{ from: dayAt(20), to: dayAt(20), counter: 'k1', n: 0 }];
    expect(find([0], { transactions: nobody })).toEqual([]);
    const paper = [
      ...countsOf('k1', USUAL),
      { day: dayAt(20), counter: 'k1', channel: 'paper' as const, received: 1, counted: 1 },
    ];
    expect(find([0], { days: paper })).toEqual([]);
    expect(find([1])).toEqual([]);
  });

  it('goes on as one alert a week, with all its days', () => {
    const [first, ...more] = find([0, 0, 0]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ from: dayAt(20), to: dayAt(22) });
    expect(first?.params.working_days).toBe(3);
  });
});

describe('more ballots than transactions', () => {
  const monday = dayAt(20);
  const friday = dayAt(24);
  const find = (numbers: readonly number[], from: string, to: string, n: number, counter: string | null) =>
    findAfterUsual(numbers, { transactions: [{ from, to, counter, n }] })
      .filter(({ id }) => id === 'more-than-transactions')
      .map(short);

  it('of a week are told from one more on', () => {
    const week = [6, 6, 6, 6, 7];
    expect(find(week, monday, friday, 31, 'k1')).toEqual([]);
    expect(find(week, monday, friday, 30, 'k1')).toEqual([
      ['more-than-transactions', 'k1', null, monday, friday, 31],
    ]);
    expect(find(week, monday, friday, 24, null)).toEqual([
      ['more-than-transactions', null, null, monday, friday, 31],
    ]);
  });

  it('of a day only beyond chance: Poisson with as many as there were transactions', () => {
    // P(X ≥ 15 | 5) = 0.000226 and P(X ≥ 16 | 5) = 0.0000690; the level is 0.0002.
    expect(find([15], monday, monday, 5, 'k1')).toEqual([]);
    expect(find([16], monday, monday, 5, 'k1')).toHaveLength(1);
    expect(find([5], monday, monday, 0, 'k1')).toEqual([]);
    expect(find([7], monday, monday, 0, 'k1')).toHaveLength(1);
  });

  it('says nothing of fewer than five ballots, and counts only those that count', () => {
    expect(find([1, 1, 1, 1], monday, dayAt(23), 2, 'k1')).toEqual([]);
    expect(find([1, 1, 1, 2], monday, dayAt(23), 2, 'k1')).toHaveLength(1);
    const days = countsOf('k1', [...USUAL, 8]).map((day) =>
      day.day === monday ? { ...day, counted: 5 } : day,
    );
    const transactions = [{ from: monday, to: dayAt(21), counter: 'k1', n: 6 }];
    const input = alertInput({ from: monday, to: dayAt(21), days, transactions });
    expect(findAlerts(input)).toEqual([]);
  });
});

describe('a batch of slips', () => {
  const batch = (id: string, used: number, given: Partial<BatchCount> = {}): BatchCount => ({
    id,
    counter: null,
    issued_on: FIRST_MONDAY,
    slips: 100,
    used,
    counted_to: addDays(FIRST_MONDAY, 13),
    ...given,
  });
  const find = (...batches: BatchCount[]) =>
    findAlerts(alertInput({ from: FIRST_MONDAY, to: addDays(FIRST_MONDAY, 20), batches }));

  it('is told where far more was used than of the others', () => {
    const [alert, ...more] = find(batch('a', 40), batch('b', 35), batch('c', 98, { counter: 'k1' }));
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ id: 'batch-use', counter: 'k1', channel: 'slip', observed: 98 });
    expect(alert?.params).toMatchObject({ slips: 100, used: 98, other_slips: 200, other_used: 75 });
  });

  it('is nothing within twenty-five points, beside one batch alone, and beside later ones', () => {
    expect(find(batch('a', 40), batch('b', 40), batch('c', 64))).toEqual([]);
    expect(find(batch('a', 30), batch('c', 98))).toEqual([]);
    const later = { issued_on: addDays(FIRST_MONDAY, 3) };
    expect(find(batch('a', 0, later), batch('b', 0, later), batch('c', 98))).toEqual([]);
  });

  it('that stands beside another one of the same day is told for itself', () => {
    const odd = [batch('c', 98), batch('d', 97)];
    const others = ['e', 'f', 'g', 'h', 'i', 'j'].map((id) => batch(id, 20));
    expect(find(...odd, ...others)).toHaveLength(2);
  });
});

describe('alerts of a period', () => {
  it('are those of its days: every alert lies in one week of several that tile a month', () => {
    const numbers = fc.array(fc.oneof(fc.nat(20), fc.constant(0), fc.constant(70)), {
      minLength: 10,
      maxLength: 10,
    });
    fc.assert(
      fc.property(numbers, (late) => {
        const days = countsOf('k1', [...USUAL, ...late]);
        const ask = (from: string, to: string) =>
          findAlerts(alertInput({ from, to, days, openCounters: ['k1', 'k2'] })).map((alert) =>
            JSON.stringify(alert),
          );
        const first = ask(dayAt(20), dayAt(24));
        const second = ask(dayAt(25), dayAt(29));
        expect(ask(dayAt(20), dayAt(29)).sort()).toEqual([...first, ...second].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('do not depend on what comes after, nor on the order of the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 8, maxLength: 8 }), (late) => {
        const days = countsOf('k1', [...USUAL, ...late]);
        const span = { from: dayAt(20), to: dayAt(23), openCounters: ['k1'] };
        const known = findAlerts(alertInput({ ...span, days: days.filter(({ day }) => day <= dayAt(23)) }));
        expect(findAlerts(alertInput({ ...span, days }))).toEqual(known);
        expect(findAlerts(alertInput({ ...span, days: [...days].reverse() }))).toEqual(known);
      }),
      { numRuns: 40 },
    );
  });

  it('end in it: a span of days or a night behind its last day is of a later one', () => {
    const given = {
      days: countsOf('k1', [...USUAL, 10, 10, 10]),
      transactions: [{ from: dayAt(20), to: dayAt(22), counter: 'k1', n: 5 }],
      oddHours: Array.from({ length: 32 }, (_, index) => ({
        day: addDays(FIRST_MONDAY, index),
        others: index === 31 ? 90 : 0,
        slips: 0,
      })),
    };
    const ask = (to: string) => findAlerts(alertInput({ from: dayAt(20), to, ...given })).map(({ id }) => id);
    expect(ask(dayAt(21))).toEqual([]);
    expect(ask(dayAt(22))).toEqual(['more-than-transactions']);
    expect(ask(addDays(FIRST_MONDAY, 31))).toEqual(['more-than-transactions', 'odd-hours']);
  });

  it('are none where there is nothing', () => {
    expect(findAlerts(alertInput({ from: dayAt(0), to: dayAt(29) }))).toEqual([]);
  });
});

describe('an alert in the report', () => {
  const alert: Alert = {
    id: 'sudden-rise',
    counter: null,
    channel: null,
    from: dayAt(20),
    to: dayAt(20),
    observed: 41,
    expected: 10.94444,
    p: 0.0003,
    level: 0.0004,
    params: { mean: 10.94444, history_from: dayAt(0) },
  };

  it('has two decimals at most, and chances as once in so many times', () => {
    expect(toReportedAlert(alert)).toEqual({
      id: 'sudden-rise',
      params: {
        counter: null,
        channel: null,
        from: dayAt(20),
        to: dayAt(20),
        observed: 41,
        expected: 10.94,
        mean: 10.94,
        history_from: dayAt(0),
        one_in: 3333,
        alert_from_one_in: 2500,
      },
    });
    expect(toReportedAlert({ ...alert, p: 0 }).params.one_in).toBe(1_000_000);
    expect(toReportedAlert({ ...alert, p: null, level: null }).params).toMatchObject({
      one_in: null,
      alert_from_one_in: null,
    });
  });

  it("is public for the unit's number of ballots alone", () => {
    expect(isPublicAlert(toReportedAlert(alert))).toBe(true);
    expect(isPublicAlert(toReportedAlert({ ...alert, counter: 'k1' }))).toBe(false);
    expect(isPublicAlert(toReportedAlert({ ...alert, channel: 'slip' }))).toBe(false);
    expect(isPublicAlert({ ...toReportedAlert(alert), id: 'channel-gap' })).toBe(false);
    expect(isPublicAlert(toReportedAlert({ ...alert, id: 'batch-use' }))).toBe(false);
  });
});
