import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { getDefaultSurvey } from '../survey/default-survey.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import {
  findCounter,
  findSurveyInForce,
  insertCounter,
  insertCounterSurvey,
  listCounters,
  listSurveysAfter,
} from './counter.store.ts';
import { type Counter, makeCounterCode } from './counter.ts';
import {
  MAX_OPEN_COUNTERS,
  parseCounterChannel,
  parseCounterForm,
  type TypedCounter,
} from './counter-form.ts';
import { listFields } from './load-counter-settings.ts';
import { getMainUnit } from './main-unit.ts';
import { insertPublicEvent } from './public-event.store.ts';

export interface TypedNewCounter extends TypedCounter {
  readonly channel: string;
}

type AddCounterResult =
  | { readonly outcome: 'done'; readonly code: string }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] };

/**
 * Opens a new counter, last on pages, with a code that no counter ever had. It gets the current and planned
 * surveys of the first open counter of its channel; without one, the channel's default.
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
