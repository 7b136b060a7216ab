import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { getDefaultSurvey, type SurveyCatalogue } from '../survey/definition.ts';
import {
  deleteSuccessor,
  findCounter,
  findSurveyInForce,
  insertCounter,
  insertCounterSurvey,
  listCounters,
  listSurveysAfter,
  putSuccessor,
  updateCounter,
} from './counter.store.ts';
import { type Counter, makeCounterCode, parseCounterCode } from './counter.ts';
import {
  isNameTaken,
  MAX_OPEN_COUNTERS,
  parseCounterChannel,
  parseCounterForm,
  type TypedCounter,
} from './counter-form.ts';
import { type CounterAmongOthers, listFields, withCounter } from './get-counter.ts';
import { getMainUnit } from './main-unit.ts';
import { insertPublicEvent } from './public-event.store.ts';

export interface TypedNewCounter extends TypedCounter {
  readonly channel: string;
}

type AddCounterResult =
  | { readonly outcome: 'done'; readonly code: string }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] };

/**
 * Opens a new counter, last on pages, with a code that no counter ever had. It gets the current and planned surveys
 * of the first open counter of its channel; if there is none, the channel's default survey.
 */
export function addCounter(
  deps: Deps & { readonly surveys: SurveyCatalogue },
  actor: Actor,
  typed: TypedNewCounter,
): Promise<AddCounterResult> {
  const day = dayOf(deps.clock.now());
  return inTransaction(deps.db, async (trx): Promise<AddCounterResult> => {
    await lockTable(trx, 'counters');
    const unit = await getMainUnit(trx);
    const counters = await listCounters(trx, unit.code);
    const first = getFirstOpen(counters);
    const fields = await listFields(trx, deps.surveys, { code: first.code, field: null }, day);
    const parsed = parseCounterForm(
      typed,
      null,
      counters,
      fields.map(({ id }) => id),
    );
    const channel = parseCounterChannel(typed.channel);
    const faults = [...parsed.faults];
    if (channel === null) faults.push({ field: 'channel', code: 'channel-missing' });
    const isFull = counters.filter(({ is_open }) => is_open).length >= MAX_OPEN_COUNTERS;
    if (isFull) faults.push({ field: 'name', code: 'counters-full' });
    if (faults.length > 0 || channel === null) return { outcome: 'faults', faults };

    const { name, field } = parsed;
    const code = await makeUnusedCode(trx, deps);
    const position = Math.max(...counters.map((counter) => counter.position)) + 1;
    await insertCounter(trx, { code, unit_code: unit.code, position, name, channel, field, is_open: true });
    for (const row of await listSurveysToCopy(trx, deps.surveys, counters, channel, day)) {
      await insertCounterSurvey(trx, { counter_code: code, ...row });
    }
    await insertPublicEvent(trx, unit.code, { day, kind: 'counter-opened', params: { counter: name } });
    await recordAct(trx, deps, actor, 'counter-added', { counter: name, code });
    return { outcome: 'done', code };
  });
}

async function listSurveysToCopy(
  trx: Trx,
  surveys: SurveyCatalogue,
  counters: readonly Counter[],
  channel: Counter['channel'],
  day: Day,
) {
  const like = counters.find((counter) => counter.is_open && counter.channel === channel);
  const survey = like && (await findSurveyInForce(trx, like.code, day));
  if (!like || !survey) {
    const { id, version } = getDefaultSurvey(surveys, channel);
    return [{ since: day, survey_id: id, survey_version: version }];
  }
  return [{ since: day, ...survey }, ...(await listSurveysAfter(trx, like.code, day))];
}

/** @throws AppError `unavailable` when no counter is open: at least one stays open once a unit is set up. */
function getFirstOpen(counters: readonly Counter[]): Counter {
  const first = counters.find(({ is_open }) => is_open);
  if (!first) throw new AppError('unavailable', 'no-open-counter');
  return first;
}

/** Counters are never deleted, so a code that no row has was never used. */
async function makeUnusedCode(trx: Trx, { random }: Pick<Deps, 'random'>): Promise<string> {
  for (;;) {
    const code = makeCounterCode(random);
    if (!(await findCounter(trx, code))) return code;
  }
}

/** Takes effect from the next ballot on. Earlier ballots keep the field under which they were counted. */
export function changeCounter(
  deps: Deps & { readonly surveys: SurveyCatalogue },
  actor: Actor,
  code: string,
  typed: TypedCounter,
): Promise<readonly Fault[]> {
  const day = dayOf(deps.clock.now());
  return withCounter(deps.db, code, async (trx, { unit, counter, counters }) => {
    const fields = await listFields(trx, deps.surveys, counter, day);
    const { name, field, faults } = parseCounterForm(
      typed,
      counter.code,
      counters,
      fields.map(({ id }) => id),
    );
    if (faults.length > 0) return faults;
    await updateCounter(trx, counter.code, { name, field });
    if (name !== counter.name) {
      const params = { from: counter.name, to: name };
      await insertPublicEvent(trx, unit.code, { day, kind: 'counter-renamed', params });
      await recordAct(trx, deps, actor, 'counter-renamed', params);
    }
    if (field !== counter.field) {
      const chosen = fields.find(({ id }) => id === field)?.text.vi ?? '';
      await recordAct(trx, deps, actor, 'counter-field-changed', { counter: name, field: chosen });
    }
    return [];
  });
}

/** Swaps an open counter with the previous or next open one; at either end nothing changes. */
export function moveCounter(deps: Deps, actor: Actor, code: string, direction: 'up' | 'down'): Promise<void> {
  return withCounter(deps.db, code, async (trx, { counter, counters }) => {
    const open = counters.filter(({ is_open }) => is_open);
    const at = open.findIndex((candidate) => candidate.code === counter.code);
    const other = at < 0 ? undefined : open[at + (direction === 'up' ? -1 : 1)];
    if (!other) return;
    await updateCounter(trx, counter.code, { position: other.position });
    await updateCounter(trx, other.code, { position: counter.position });
    await recordAct(trx, deps, actor, 'counter-moved', { counter: counter.name });
  });
}

/**
 * Closes a counter at once, until it is reopened. A form that was shown before can still be submitted. Does nothing
 * for a closed counter.
 */
export function closeCounter(
  deps: Deps,
  actor: Actor,
  code: string,
  typedSuccessor: string,
): Promise<readonly Fault[]> {
  return withCounter(deps.db, code, async (trx, among) => {
    const { unit, counter } = among;
    if (!counter.is_open) return [];
    const { successor, faults } = planClosing(among, typedSuccessor);
    if (faults.length > 0) return faults;
    await updateCounter(trx, counter.code, { is_open: false });
    if (successor) {
      const row = { counter_code: counter.code, successor_code: successor.code, is_merged: false };
      await putSuccessor(trx, row);
    }
    const day = dayOf(deps.clock.now());
    const params = { counter: counter.name };
    await insertPublicEvent(trx, unit.code, { day, kind: 'counter-closed', params });
    await recordAct(trx, deps, actor, 'counter-closed', { ...params, successor: successor?.name ?? '' });
    return [];
  });
}

/**
 * Closes a counter for good, because another one continues its work. Its ballots stay with it, so that no past
 * figure changes.
 */
export function mergeCounter(
  deps: Deps,
  actor: Actor,
  code: string,
  typedInto: string,
): Promise<readonly Fault[]> {
  return withCounter(deps.db, code, async (trx, among) => {
    const { unit, counter } = among;
    const { successor, faults } = planMerging(among, typedInto);
    if (faults.length > 0 || !successor) return faults;
    await updateCounter(trx, counter.code, { is_open: false });
    await putSuccessor(trx, { counter_code: counter.code, successor_code: successor.code, is_merged: true });
    const params = { counter: counter.name, into: successor.name };
    const day = dayOf(deps.clock.now());
    await insertPublicEvent(trx, unit.code, { day, kind: 'counter-merged', params });
    await recordAct(trx, deps, actor, 'counter-merged', params);
    return [];
  });
}

export function reopenCounter(deps: Deps, actor: Actor, code: string): Promise<readonly Fault[]> {
  return withCounter(deps.db, code, async (trx, { unit, counter, counters, isMerged }) => {
    if (counter.is_open) return [];
    const refuse = (fault: string): Fault[] => [{ field: 'reopen', code: fault }];
    if (isMerged) return refuse('merged-already');
    if (isNameTaken(counters, counter.name, counter.code)) return refuse('counter-name-taken');
    if (counters.filter(({ is_open }) => is_open).length >= MAX_OPEN_COUNTERS) return refuse('counters-full');
    await updateCounter(trx, counter.code, { is_open: true });
    await deleteSuccessor(trx, counter.code);
    const params = { counter: counter.name };
    const day = dayOf(deps.clock.now());
    await insertPublicEvent(trx, unit.code, { day, kind: 'counter-reopened', params });
    await recordAct(trx, deps, actor, 'counter-reopened', params);
    return [];
  });
}

export interface ClosingPlan {
  /** Open counter to which citizens are sent instead; null when none is named. */
  readonly successor: Counter | null;
  readonly faults: readonly Fault[];
}

export function planClosing({ counter, counters }: CounterAmongOthers, typedSuccessor: string): ClosingPlan {
  const others = counters.filter(({ is_open, code }) => is_open && code !== counter.code);
  if (others.length === 0) return { successor: null, faults: [{ field: 'close', code: 'last-open' }] };
  if (typedSuccessor === '') return { successor: null, faults: [] };
  const successor = findOther(others, typedSuccessor);
  return { successor, faults: successor ? [] : [{ field: 'successor', code: 'successor-unknown' }] };
}

/** Checks that a counter can be merged: only into an open counter, and only once. */
export function planMerging(
  { counter, counters, isMerged }: CounterAmongOthers,
  typedInto: string,
): ClosingPlan {
  const others = counters.filter(({ is_open, code }) => is_open && code !== counter.code);
  const successor = findOther(others, typedInto);
  if (isMerged) return { successor, faults: [{ field: 'into', code: 'merged-already' }] };
  return { successor, faults: successor ? [] : [{ field: 'into', code: 'into-missing' }] };
}

const findOther = (others: readonly Counter[], typedCode: string): Counter | null => {
  const code = parseCounterCode(typedCode);
  return others.find((other) => other.code === code) ?? null;
};
