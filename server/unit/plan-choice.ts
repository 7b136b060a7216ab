import type { ActKind, Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import {
  type ChoiceChange,
  type ChoiceFault,
  type ChoiceName,
  type ChoiceRow,
  checkChoiceChange,
  choiceRows,
} from './choice-setting.ts';
import { insertDatedSetting, listDatedSettings } from './dated-setting.store.ts';
import type { DatedSetting } from './dated-setting.ts';
import { getMainUnit } from './main-unit.ts';
import { insertPublicEvent } from './public-event.store.ts';
import type { PublicEvent, PublicEventKind } from './public-event.ts';
import type { SettingsParts } from './settings-parts.ts';

/** What a change is called in the log of acts and in public. */
const TOLD_AS = {
  headline_figure: { act: 'headline-figure-changed', event: 'headline-changed' },
  suggestion_tick: { act: 'suggestion-tick-changed', event: 'suggestion-tick-changed' },
} as const satisfies Record<ChoiceName, { readonly act: ActKind; readonly event: PublicEventKind }>;

/** What became of a change: its faults, what it will do when it is confirmed, or that it is done. */
export type ChoiceResult =
  | { readonly outcome: 'faults'; readonly faults: readonly ChoiceFault[] }
  | { readonly outcome: 'ready' | 'done'; readonly change: ChoiceChange };

/**
 * Lets another value of a choice hold from today or a later day on, with a public line. Without `isConfirmed`
 * it only says what it would do, and writes nothing.
 */
export function planChoice(
  parts: SettingsParts,
  actor: Actor,
  name: ChoiceName,
  typed: { readonly value: string; readonly since: string },
  isConfirmed: boolean,
): Promise<ChoiceResult> {
  return inTransaction(parts.db, async (trx): Promise<ChoiceResult> => {
    await lockTable(trx, 'dated_settings');
    const unit = await getMainUnit(trx);
    const today = dayOf(parts.clock.now());
    const { change, faults } = checkChoiceChange(await listDatedSettings(trx, unit.code), name, typed, today);
    if (change === null) return { outcome: 'faults', faults };
    if (!isConfirmed) return { outcome: 'ready', change };
    const { since, to } = change;
    // Which values a choice has depends on its name, which the types cannot follow; the stores check both.
    await insertDatedSetting(trx, unit.code, { name, since, value: to } as DatedSetting);
    await recordAct(trx, parts, actor, TOLD_AS[name].act, { since, to });
    await insertPublicEvent(trx, unit.code, {
      day: today,
      kind: TOLD_AS[name].event,
      params: change,
    } as PublicEvent);
    return { outcome: 'done', change };
  });
}

/** All choices of the unit under a name, oldest first, and the one that holds on a day, if any was made. */
export async function listChoices(
  db: Db,
  name: ChoiceName,
  today: Day,
): Promise<{ readonly rows: readonly ChoiceRow[]; readonly inForce: ChoiceRow | undefined }> {
  const unit = await getMainUnit(db);
  const rows = choiceRows(await listDatedSettings(db, unit.code), name);
  return { rows, inForce: rows.findLast(({ since }) => since <= today) };
}
