import { Hono } from 'hono';
import { renderUnitPage } from '../../web/pages/UnitPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendFormPage } from '../staff/staff-page.ts';
import { changeUnit } from '../unit/change-unit.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { fillUnitForm, readUnitForm, type TypedUnit } from '../unit/unit-form.ts';

const UNIT = '/quan-tri/don-vi';

export const unitRoutes = new Hono<HttpEnvironment>()
  .get(UNIT, (c) => sendUnit(c, null, []))
  .post(UNIT, formLimit, async (c) => {
    const fields = await parseForm(c);
    const typed = readUnitForm(fields);
    const faults = await changeUnit(c.get('app'), getSignedIn(c).user, typed);
    return faults.length > 0 ? sendUnit(c, typed, faults) : c.redirect(`${UNIT}?xong=1`, 303);
  });

async function sendUnit(c: Http, typed: TypedUnit | null, faults: readonly Fault[]): Promise<Response> {
  const unit = await getMainUnit(c.get('app').db);
  return sendFormPage(c, faults, (base) =>
    renderUnitPage({
      ...base,
      code: unit.code,
      typed: typed ?? fillUnitForm(unit),
    }),
  );
}
