import { Hono } from 'hono';
import { renderApiKeyMadePage } from '../../web/pages/ApiKeyMadePage.tsx';
import { renderApiKeysPage } from '../../web/pages/ApiKeysPage.tsx';
import { renderConfirmPage } from '../../web/pages/ConfirmPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { addDays, dayOf } from '../lib/day.ts';
import { normaliseLine } from '../lib/text.ts';
import { parseTypedDay } from '../lib/typed-day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendFormPage, sendStaffPage } from '../staff/staff-page.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { findUnit } from '../unit/unit.store.ts';
import { createApiKey, findKeyRequestFaults, getKeyById, listKeys, revokeKey } from './manage-api-keys.ts';

const KEYS = '/quan-tri/khoa-api';

interface Typed {
  readonly name: string;
  readonly expires: string;
  readonly hasAllUnits: boolean;
}

export const apiKeyRoutes = new Hono<HttpEnvironment>()
  .get(KEYS, (c) => sendKeys(c, { name: '', expires: '', hasAllUnits: false }, []))
  .post(KEYS, formLimit, async (c) => {
    const fields = await parseForm(c);
    const text = (field: string) => fields.get(field)?.[0] ?? '';
    const typed = {
      name: text('name'),
      expires: text('expires'),
      hasAllUnits: text('units') === 'all',
    };
    const app = c.get('app');
    const expires = typed.expires.trim();
    // Text that is not a day is passed on as typed, so that validation reports it.
    const expiresOn = expires === '' ? null : (parseTypedDay(expires) ?? expires);
    const faults = findKeyRequestFaults({ name: typed.name, expiresOn }, dayOf(app.clock.now()));
    if (faults.length > 0) return sendKeys(c, typed, faults);
    const unit = await getMainUnit(app.db);
    const apiKey = await createApiKey(app, {
      name: typed.name,
      units: typed.hasAllUnits ? null : [unit.code],
      expiresOn,
      actor: getSignedIn(c).user,
    });
    const name = normaliseLine(typed.name);
    return sendStaffPage(c, (base) => renderApiKeyMadePage({ ...base, name, apiKey }));
  })
  .post(`${KEYS}/:id/thu-hoi`, formLimit, async (c) => {
    const id = c.req.param('id');
    if ((await parseForm(c)).get('confirm')?.[0] !== 'yes') {
      const { name: subject } = await getKeyById(c.get('app').db, id);
      const action = `${KEYS}/${id}/thu-hoi`;
      const page = { act: 'revoke-api-key', subject, action, back: KEYS, current: 'administration' } as const;
      return sendStaffPage(c, (base) => renderConfirmPage({ ...base, ...page }));
    }
    await revokeKey(c.get('app'), getSignedIn(c).user, id);
    return c.redirect(KEYS, 303);
  });

async function sendKeys(c: Http, typed: Typed, faults: readonly Fault[]): Promise<Response> {
  const { db, clock } = c.get('app');
  const keys = await listKeys(c.get('app'));
  const names = new Map<string, string>();
  for (const code of new Set(keys.flatMap(({ units }) => units ?? []))) {
    names.set(code, (await findUnit(db, code))?.name ?? code);
  }
  return sendFormPage(c, faults, (base) =>
    renderApiKeysPage({
      ...base,
      keys: keys.map((key) => ({
        id: key.id,
        name: key.name,
        units: key.units?.map((code) => names.get(code) ?? code) ?? null,
        createdOn: key.created_on,
        expiresOn: key.expires_on,
        revokedOn: key.revoked_on,
        state: key.state,
        revokeHref: `${KEYS}/${key.id}/thu-hoi`,
      })),
      typed,
      exampleDay: addDays(dayOf(clock.now()), 365),
    }),
  );
}
