import { Hono } from 'hono';
import { renderSlipSheetsPage } from '../../web/pages/SlipSheetsPage.tsx';
import { renderSlipsPage } from '../../web/pages/SlipsPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { publicAddress } from '../http/public-address.ts';
import { renderQrSvg } from '../lib/qr-code.ts';
import { makeId } from '../lib/random.ts';
import { getSignedIn, mayUse } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { MAX_SHEETS, SLIPS_ON_SHEET, type TypedBatch, VALID_DAYS } from './slip-batch.ts';
import { listBatches, type PrintedBatch, printBatch } from './slip-batches.ts';
import { formatSlipCode } from './slip-code.ts';

const SLIPS = '/can-bo/ma-qr/phieu';
const STYLE = 'slips.css';
const NOTHING_TYPED: TypedBatch = { counter: '', sheets: '1', days: '30' };

export const slipRoutes = new Hono<HttpEnvironment>()
  .get(SLIPS, (c) => sendSlips(c, NOTHING_TYPED, []))
  .post(SLIPS, formLimit, async (c) => {
    const fields = await parseForm(c);
    const text = (field: string) => fields.get(field)?.[0] ?? '';
    const typed = { counter: text('counter'), sheets: text('sheets'), days: text('days') };
    const named = text('batch');
    const id = /^[0-9a-f]{32}$/.test(named) ? named : makeId(c.get('app').random);
    const result = await printBatch(c.get('app'), getSignedIn(c).user, id, typed);
    // Rendered in response to the POST, because a redirect could not show the codes, which are not stored.
    return 'batch' in result ? sendSheets(c, result) : sendSlips(c, typed, result);
  });

function printsFor(c: Http) {
  if (!mayUse(c, 'POST', SLIPS)) return 'nobody' as const;
  return getSignedIn(c).user.roles.includes('supervisor') ? ('any-counter' as const) : ('counters' as const);
}

async function sendSlips(c: Http, typed: TypedBatch, faults: readonly Fault[]): Promise<Response> {
  const { user } = getSignedIn(c);
  const { batches, weeks, counters } = await listBatches(c.get('app'), user);
  return sendStaffPage(
    c,
    (base) =>
      renderSlipsPage({
        ...base,
        printsFor: printsFor(c),
        batchId: makeId(c.get('app').random),
        counters,
        slipsOnSheet: SLIPS_ON_SHEET,
        mostSheets: MAX_SHEETS,
        validDays: VALID_DAYS,
        typed,
        faults,
        batches: batches.map((batch) => ({
          id: batch.id,
          counterName: batch.counterName,
          issuedBy: batch.issued_by,
          issuedOn: batch.issued_on,
          expiresOn: batch.expires_on,
          isExpired: batch.isExpired,
          slips: batch.slips,
          used: batch.used,
          expired: batch.expired,
        })),
        weeks,
      }),
    faults.length === 0 ? 200 : 422,
    STYLE,
  );
}

async function sendSheets(c: Http, { batch, counter, codes }: PrintedBatch): Promise<Response> {
  const { config } = c.get('app');
  const origin = publicAddress(config);
  const slips = await Promise.all(
    codes.map(async (code) => ({
      code,
      printedCode: formatSlipCode(code),
      qrSvg: await renderQrSvg(`${origin}/p/${code}`),
    })),
  );
  return sendStaffPage(
    c,
    (base) =>
      renderSlipSheetsPage({
        ...base,
        counterName: counter?.name ?? null,
        publicAddress: origin,
        isTrial: (c.get('trial') ?? null) !== null,
        expiresOn: batch.expires_on,
        slipsOnSheet: SLIPS_ON_SHEET,
        slips,
      }),
    200,
    STYLE,
  );
}
