import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { Clock } from '../lib/clock.ts';
import { dayOf } from '../lib/day.ts';
import type { Random } from '../lib/random.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { insertDatedSetting, listDatedSettings } from '../unit/dated-setting.store.ts';
import type { DatedSetting } from '../unit/dated-setting.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import {
  checkHeadlineChange,
  type HeadlineChange,
  type HeadlineFault,
  headlineRows,
} from './headline-choice.ts';

/** What choosing needs of the process. */
interface ChoiceParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
}

/** What became of a change: its faults, what it will do when it is confirmed, or that it is done. */
export type ChoiceResult =
  | { readonly outcome: 'faults'; readonly faults: readonly HeadlineFault[] }
  | { readonly outcome: 'ready' | 'done'; readonly change: HeadlineChange };

/**
 * Lets another figure come first from today or a later day on, with a public line. Without `isConfirmed` it
 * only says what it would do, and writes nothing.
 */
export function chooseHeadline(
  parts: ChoiceParts,
  actor: Actor,
  typed: { readonly value: string; readonly since: string },
  isConfirmed: boolean,
): Promise<ChoiceResult> {
  return inTransaction(parts.db, async (trx): Promise<ChoiceResult> => {
    await lockTable(trx, 'dated_settings');
    const unit = await getMainUnit(trx);
    const today = dayOf(parts.clock.now());
    const { change, faults } = checkHeadlineChange(await listDatedSettings(trx, unit.code), typed, today);
    if (change === null) return { outcome: 'faults', faults };
    if (!isConfirmed) return { outcome: 'ready', change };
    const { since, from, to } = change;
    await insertDatedSetting(trx, unit.code, { name: 'headline_figure', since, value: to });
    await recordAct(trx, parts, actor, 'headline-figure-changed', { since, to });
    await insertPublicEvent(trx, unit.code, {
      day: today,
      kind: 'headline-changed',
      params: { since, from, to },
    });
    return { outcome: 'done', change };
  });
}

/** All choices of the unit, oldest first. */
export async function listHeadlines(db: Db): Promise<DatedSetting<'headline_figure'>[]> {
  const unit = await getMainUnit(db);
  return headlineRows(await listDatedSettings(db, unit.code));
}
