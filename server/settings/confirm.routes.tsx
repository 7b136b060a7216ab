import {
  renderSettingConfirmPage,
  type SettingConfirmPageProps,
} from '../../web/pages/SettingConfirmPage.tsx';
import type { Http } from '../http/environment.ts';
import { dayOf } from '../lib/day.ts';
import { sendStaffPage } from '../staff/staff-page.ts';

export const sendConfirm = (
  c: Http,
  path: string,
  asked: SettingConfirmPageProps['asked'],
  fields: Readonly<Record<string, string>>,
): Promise<Response> =>
  sendStaffPage(c, (base) =>
    renderSettingConfirmPage({ ...base, asked, today: dayOf(c.get('app').clock.now()), path, fields }),
  );
