import { renderOpeningHoursPage } from '../../web/pages/OpeningHoursPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http } from '../http/environment.ts';
import type { Day } from '../lib/day.ts';
import { sendFormPage } from '../staff/staff-page.ts';
import { type DatedSetting, openingHoursOn, rowsOf, settingInForce } from '../unit/dated-setting.ts';
import type { OpeningHours } from '../unit/opening-hours.ts';
import { listRuns, type TypedOpeningDay, toTypedHours } from '../unit/opening-hours-form.ts';
import type { TypedSetting } from '../unit/setting.ts';

const HOURS = '/quan-tri/gio-mo-cua';

const toFields = ({ week }: OpeningHours): TypedOpeningDay[] =>
  week.map(({ morning, afternoon }) => ({
    morning: morning ?? { from: '', to: '' },
    afternoon: afternoon ?? { from: '', to: '' },
  }));

export function sendHours(
  c: Http,
  settings: readonly DatedSetting[],
  today: Day,
  refused: { readonly typed: TypedSetting | null; readonly faults: readonly Fault[] } | null,
): Promise<Response> {
  const coming = rowsOf(settings, 'opening_hours').filter(({ since }) => since > today);
  const typed = refused?.typed ?? null;
  const chosen = typed === null ? coming.find((plan) => plan.since === c.req.query('tu')) : undefined;
  const hours = chosen?.value ?? openingHoursOn(settings, today);
  const form = typed && toTypedHours(typed);
  return sendFormPage(c, refused?.faults ?? [], (base) =>
    renderOpeningHoursPage({
      ...base,
      week: form?.week ?? toFields(hours),
      // Past days off would only lengthen the list.
      daysOff: form?.days_off ?? listRuns(hours.days_off.filter((day) => day >= today)),
      typedSince: typed === null ? (chosen?.since ?? today) : (typed.since ?? ''),
      since: settingInForce(settings, 'opening_hours', today)?.since ?? null,
      coming: coming.map((plan) => ({ since: plan.since, href: `${HOURS}?tu=${plan.since}` })),
      editing: chosen?.since ?? null,
    }),
  );
}
