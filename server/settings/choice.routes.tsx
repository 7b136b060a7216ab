import { Hono } from 'hono';
import { renderChoiceConfirmPage } from '../../web/pages/ChoiceConfirmPage.tsx';
import { renderChoicePage } from '../../web/pages/ChoicePage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { addDays, dayOf } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { CHOICES, type ChoiceFault, type ChoiceName } from '../unit/choice-setting.ts';
import { listChoices, planChoice } from '../unit/plan-choice.ts';

/** Where each choice is made. */
const ADDRESSES = {
  headline_figure: '/quan-tri/con-so-chinh',
  suggestion_tick: '/quan-tri/o-goi-y',
} as const satisfies Record<ChoiceName, string>;

const NOTHING_TYPED = { value: '', since: '' };

/** Choices among a few values, each on a page of its own: what was, is and will be in force. */
export const choiceRoutes = new Hono<HttpEnvironment>()
  .get(ADDRESSES.headline_figure, (c) => sendChoice(c, 'headline_figure', NOTHING_TYPED, []))
  .post(ADDRESSES.headline_figure, formLimit, (c) => takeChoice(c, 'headline_figure'))
  .get(ADDRESSES.suggestion_tick, (c) => sendChoice(c, 'suggestion_tick', NOTHING_TYPED, []))
  .post(ADDRESSES.suggestion_tick, formLimit, (c) => takeChoice(c, 'suggestion_tick'));

async function takeChoice(c: Http, name: ChoiceName): Promise<Response> {
  const fields = await parseForm(c);
  const text = (field: string) => fields.get(field)?.[0] ?? '';
  const typed = { value: text('value'), since: text('since') };
  const isConfirmed = text('confirm') === 'yes';
  const result = await planChoice(c.get('app'), getSignedIn(c).user, name, typed, isConfirmed);
  if (result.outcome === 'faults') return sendChoice(c, name, typed, result.faults);
  if (result.outcome === 'done') return c.redirect(ADDRESSES[name], 303);
  const { since, to } = result.change;
  return sendStaffPage(c, (base) =>
    renderChoiceConfirmPage({ ...base, name, address: ADDRESSES[name], since, to, fields: typed }),
  );
}

async function sendChoice(
  c: Http,
  name: ChoiceName,
  typed: { readonly value: string; readonly since: string },
  faults: readonly ChoiceFault[],
): Promise<Response> {
  const { db, clock } = c.get('app');
  const today = dayOf(clock.now());
  const { rows, inForce } = await listChoices(db, name, today);
  return sendStaffPage(
    c,
    (base) =>
      renderChoicePage({
        ...base,
        name,
        address: ADDRESSES[name],
        choices: CHOICES[name],
        current: inForce?.value ?? CHOICES[name][0],
        rows: rows.map(({ since, value }) => ({
          since,
          value,
          state: since > today ? 'planned' : since === inForce?.since ? 'in-force' : 'past',
        })),
        typed,
        exampleDay: addDays(today, 1),
        faults,
        mayChange: getSignedIn(c).user.role === 'administrator',
      }),
    faults.length === 0 ? 200 : 422,
  );
}
