import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault } from '../../web/types/fault.ts';
import type { SignedInView } from '../../web/types/signed-in.ts';
import type { Http } from '../http/environment.ts';
import { pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { getSignedIn, signedInView } from './authorise.ts';

export interface StaffPageBase {
  readonly assets: { readonly style: string; readonly script?: string };
  readonly demo: boolean;
  readonly unitName: string;
  readonly signedIn: SignedInView;
}

/** `style` must include the styles of forms. The page is never cached. */
export async function sendStaffPage(
  c: Http,
  render: (base: StaffPageBase) => string,
  status: ContentfulStatusCode = 200,
  style = 'accounts.css',
): Promise<Response> {
  const { db, isDemo } = c.get('app');
  const unit = await getMainUnit(db);
  const parts = pageParts(c, style, 'accounts.js');
  c.header('Cache-Control', 'no-store');
  const html = render({
    assets: partTexts(parts),
    demo: isDemo,
    unitName: unit.name,
    signedIn: signedInView(c),
  });
  return sendPage(c, html, parts, status);
}

interface FormPageBase extends StaffPageBase {
  readonly faults: readonly Fault[];
  readonly isSaved: boolean;
  readonly mayChange: boolean;
}

/**
 * Status 422 if there are faults; `?xong=1` (after a redirect) shows a confirmation. Only administrators change
 * settings.
 */
export function sendFormPage(
  c: Http,
  faults: readonly Fault[],
  render: (base: FormPageBase) => string,
): Promise<Response> {
  const isSaved = faults.length === 0 && c.req.query('xong') === '1';
  const { user, isRemembered } = getSignedIn(c);
  const mayChange = !isRemembered && user.roles.includes('administrator');
  return sendStaffPage(
    c,
    (base) => render({ ...base, faults, isSaved, mayChange }),
    faults.length === 0 ? 200 : 422,
  );
}
