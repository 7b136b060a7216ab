import type { ComponentChildren } from 'preact';
import { formatSpan } from '../formatting/dates.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import { weeksVi } from '../messages/weeks.vi.ts';

export interface WeekToolbarProps {
  /** Newest first; days are `YYYY-MM-DD`. */
  readonly weeks: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** Id of the selected week; `4-tuan`: the last four weeks. */
  readonly selected: string;
  readonly runningWeek: string;
  readonly prevHref: string | null;
  readonly nextHref: string | null;
  /** If none is selected, the page shows the whole unit. */
  readonly counters: readonly { readonly code: string; readonly name: string; readonly selected: boolean }[];
  /** False for a person who may see only their own counters. */
  readonly seesUnit: boolean;
  readonly children?: ComponentChildren;
}

/** Value of `tuan` in the URL; must equal `FOUR_WEEKS` in `server/results/load-week-view.ts`. */
const FOUR_WEEKS = '4-tuan';

/** Works without scripts. */
export function WeekToolbar(props: WeekToolbarProps) {
  const { weeks, selected, runningWeek, prevHref, nextHref, counters, seesUnit } = props;
  const months = [...new Set(weeks.map(({ from }) => from.slice(0, 7)))];
  const isWeek = weeks.some(({ id }) => id === selected);
  return (
    <div class="toolbar screen-only">
      <form method="get" action="/can-bo" aria-label={words.week.move}>
        <Step rel="prev" href={prevHref} name={words.week.previous} sign="‹" />
        <label for="tuan">{words.trend.week}</label>
        <select id="tuan" name="tuan">
          <option value={FOUR_WEEKS} selected={!isWeek}>
            {weeksVi.choose.fourWeeks}
          </option>
          {months.map((month) => (
            <optgroup
              key={month}
              label={weeksVi.choose.month(String(Number(month.slice(5))), month.slice(0, 4))}
            >
              {weeks
                .filter(({ from }) => from.startsWith(month))
                .map(({ id, from, to }) => (
                  <option key={id} value={id} selected={id === selected}>
                    {formatSpan(from, to, 'vi')}
                    {id === runningWeek ? ` (${weeksVi.choose.running})` : ''}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <Step rel="next" href={nextHref} name={words.week.next} sign="›" />
        {counters.length === 0 ? null : (
          <>
            <label for="quay">{words.week.counter}</label>
            <select id="quay" name="quay">
              {seesUnit ? <option value="">{words.week.allCounters}</option> : null}
              {counters.map(({ code, name, selected: isShown }) => (
                <option key={code} value={code} selected={isShown}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="submit">{words.picker.button}</button>
      </form>
      {props.children}
    </div>
  );
}

interface StepProps {
  readonly rel: 'prev' | 'next';
  readonly href: string | null;
  readonly name: string;
  readonly sign: string;
}

const Step = ({ rel, href, name, sign }: StepProps) =>
  href === null ? null : (
    <a class="button" rel={rel} href={href}>
      <span class="vh">{name}</span>
      <span aria-hidden="true">{sign}</span>
    </a>
  );
