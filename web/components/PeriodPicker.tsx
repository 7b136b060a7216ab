import { formatDayOfYear } from '../formatting/dates.ts';
import { formatPeriod } from '../formatting/periods.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { PeriodName } from '../types/report-view.ts';

interface PeriodPickerProps {
  /** URL that gets the chosen period as `ky`. */
  readonly action: string;
  readonly periods: readonly PeriodName[];
  readonly selected: string;
  readonly words: FigureMessages;
  /** Sent as `lang`; undefined on pages in the default language. */
  readonly lang?: string;
}

function groupByKind(periods: readonly PeriodName[]): readonly (readonly [string, readonly PeriodName[]])[] {
  const groups = new Map<string, PeriodName[]>();
  for (const period of periods) {
    const group = groups.get(period.kind);
    if (group) group.push(period);
    else groups.set(period.kind, [period]);
  }
  return [...groups];
}

/** Short enough for a phone: without "reporting period", which heads the group, and without the year of each day. */
function optionText(period: PeriodName, words: FigureMessages): string {
  if (!period.kind.startsWith('report-')) return formatPeriod(period, words);
  const kind = period.kind === 'report-9m' ? period.kind : period.kind.replace('report-', '');
  const days = [period.from, period.to].map((day) => formatDayOfYear(day, words.locale)).join('–');
  return words.period.withSpan(formatPeriod({ ...period, kind }, words), days);
}

export function PeriodPicker({ action, periods, selected, words, lang }: PeriodPickerProps) {
  if (periods.length === 0) return <p>{words.picker.empty}</p>;
  return (
    <form class="picker" method="get" action={action}>
      <label for="ky">{words.picker.label}</label>
      <select id="ky" name="ky">
        {groupByKind(periods).map(([kind, members]) => (
          <optgroup key={kind} label={words.period.kinds[kind] ?? kind}>
            {members.map((period) => (
              <option key={period.id} value={period.id} selected={period.id === selected}>
                {optionText(period, words)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {lang === undefined ? null : <input type="hidden" name="lang" value={lang} />}
      <button type="submit">{words.picker.button}</button>
    </form>
  );
}
