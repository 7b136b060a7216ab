import { type Day, mondayOf } from '../lib/day.ts';
import { ALERT_IDS, type Alert, type AlertInput } from './alert.ts';
import { findBatchUse } from './batch-use.ts';
import { listSeries, workingDaysOf } from './day-series.ts';
import { findExcess } from './more-than-transactions.ts';
import { findOneNetwork } from './one-network.ts';
import { findOddHours, findRises, findSilences } from './unusual-counts.ts';

/**
 * Sorted by kind, then day, alerts of the unit before those of its counters. An anomaly that lasts for days gives
 * one alert a week, the least likely one.
 */
export function findAlerts(input: AlertInput): Alert[] {
  const { from, to } = input;
  const workingDays = workingDaysOf(input);
  const alerts = listSeries(input.days).flatMap((series) => [
    ...findExcess(series, input.transactions, from),
    ...findRises(series, workingDays, from),
    ...(mayBeSilent(series.counter, input)
      ? findSilences(series, workingDays, from, hadNobody(series.counter, input))
      : []),
  ]);
  const isWanted = (alert: Alert): boolean => from <= alert.to && alert.to <= to;
  const repeating = [...alerts, ...findOddHours(input.oddHours, from), ...findOneNetwork(input, from)];
  return [...keepOneAWeek(repeating.filter(isWanted)), ...findBatchUse(input.batches).filter(isWanted)].sort(
    inOrder,
  );
}

const mayBeSilent = (counter: string | null, { openCounters }: AlertInput): boolean =>
  counter === null ? openCounters.length > 1 : openCounters.includes(counter);

/** Returns a predicate: whether the office entered zero transactions for a day. */
function hadNobody(counter: string | null, { transactions }: AlertInput): (day: Day) => boolean {
  const none = transactions.filter((known) => known.n === 0 && known.counter === counter);
  return (day) => none.some(({ from, to }) => from <= day && day <= to);
}

const chanceOf = ({ p }: Alert): number => p ?? 0;

/**
 * Keeps one alert per kind, subject, channel and week: one without `p` if there is one, else the one with the
 * smallest `p`.
 */
function keepOneAWeek(alerts: readonly Alert[]): Alert[] {
  const kept = new Map<string, Alert>();
  for (const alert of alerts) {
    const { id, counter, channel, to } = alert;
    const key = [id, counter ?? '', channel ?? '', mondayOf(to)].join('\n');
    const known = kept.get(key);
    if (known === undefined || chanceOf(alert) < chanceOf(known)) kept.set(key, alert);
  }
  return [...kept.values()];
}

function inOrder(a: Alert, b: Alert): number {
  const byKind = ALERT_IDS.indexOf(a.id) - ALERT_IDS.indexOf(b.id);
  if (byKind !== 0) return byKind;
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  return (a.counter ?? '') < (b.counter ?? '') ? -1 : 1;
}
