import type { Day } from '../lib/day.ts';
import type { FieldFault } from '../lib/field-fault.ts';
import { parseTypedDay } from '../lib/typed-day.ts';
import { type DatedSetting, type DatedSettingValue, settingInForce } from '../unit/dated-setting.ts';
import { findPlanFault, latestRow } from '../unit/planned-change.ts';

/** Which figure comes first: of all ballots, or of one-time slips alone. */
export type HeadlineFigure = DatedSettingValue<'headline_figure'>;

/** What comes first where nothing was ever chosen. */
export const FIRST_HEADLINE: HeadlineFigure = 'all';

const CHOICES: readonly HeadlineFigure[] = ['all', 'single-use'];

/** A change of what comes first, checked. */
export interface HeadlineChange {
  readonly since: Day;
  readonly from: HeadlineFigure;
  readonly to: HeadlineFigure;
}

/** One thing in the form that cannot be taken; `day`: one that the sentence names. */
export interface HeadlineFault extends FieldFault {
  readonly day: Day | null;
}

const isHeadline = (row: DatedSetting): row is DatedSetting<'headline_figure'> =>
  row.name === 'headline_figure';

/** All choices of a unit, oldest first. */
export const headlineRows = (rows: readonly DatedSetting[]): DatedSetting<'headline_figure'>[] =>
  rows.filter(isHeadline);

/** What comes first on a day. */
export const headlineOn = (rows: readonly DatedSetting[], day: Day): HeadlineFigure =>
  settingInForce(rows, 'headline_figure', day)?.value ?? FIRST_HEADLINE;

/** Reads a change as it was typed and judges it by the rows that are there, all faults at once. */
export function checkHeadlineChange(
  rows: readonly DatedSetting[],
  typed: { readonly value: string; readonly since: string },
  today: Day,
): { readonly change: HeadlineChange | null; readonly faults: readonly HeadlineFault[] } {
  const own = headlineRows(rows);
  const from = latestRow(own)?.value ?? FIRST_HEADLINE;
  const to = CHOICES.find((choice) => choice === typed.value);
  const since = parseTypedDay(typed.since);
  const faults: HeadlineFault[] = [];
  if (to === undefined) faults.push({ field: 'value', code: 'value-unknown', day: null });
  else if (to === from) faults.push({ field: 'value', code: 'value-same', day: null });
  if (since === null) {
    const code = typed.since.trim() === '' ? 'day-missing' : 'day-malformed';
    faults.push({ field: 'since', code, day: null });
  } else {
    const fault = findPlanFault(own, since, today);
    const day = fault?.code === 'planned-later' ? fault.planned : null;
    if (fault !== null) faults.push({ field: 'since', code: fault.code, day });
  }
  if (faults.length > 0 || to === undefined || since === null) return { change: null, faults };
  return { change: { since, from, to }, faults };
}
