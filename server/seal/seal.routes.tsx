import { Hono } from 'hono';
import { renderSealsPage, type SealedDayView } from '../../web/pages/SealsPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { type Day, isDay } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { renderQrSvg } from '../lib/qr-code.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { loadSealsView } from './load-seals-view.ts';
import { type DaySeal, shortSeal } from './seal.ts';
import { listVoidedSeals } from './voided-seal.store.ts';

const SEALS = '/lanh-dao/niem-phong';
const VOIDED_SHOWN = 31;

/** Seals by day, each with a QR code, so that visitors can keep a copy. */
export const sealRoutes = new Hono<HttpEnvironment>().get(SEALS, async (c) => {
  const { db } = c.get('app');
  const chosen = parseDayQuery(c);
  const unit = await getMainUnit(db);
  const view = await loadSealsView(db, unit, chosen);
  if (view === null && chosen !== null) throw new AppError('not-found', 'day-unsealed');
  const text = view && `${unit.code} ${view.shown.day} ${view.shown.chain}`;
  const code = text === null ? null : { text, svg: await renderQrSvg(text) };
  const voided = (await listVoidedSeals(db, unit.code)).toReversed().slice(0, VOIDED_SHOWN);
  return sendStaffPage(c, (base) =>
    renderSealsPage({
      ...base,
      voided: voided.map(({ day, chain }) => ({ day, short: shortSeal(chain) })),
      shown: view && toView(view.shown),
      code,
      days: view?.days.map(toView) ?? [],
      olderHref: view?.older ? hrefOf(view.older) : null,
      newestHref: view?.isLatest === false ? SEALS : null,
    }),
  );
});

const hrefOf = (day: Day): string => `${SEALS}?ngay=${day}`;

const toView = ({ day, ballots, chain, sealed_on }: DaySeal): SealedDayView => ({
  day,
  ballots,
  chain,
  short: shortSeal(chain),
  sealedOn: sealed_on,
  href: hrefOf(day),
});

/** Null when the query has no day. @throws AppError `not-found` when malformed. */
function parseDayQuery(c: Http): Day | null {
  const text = c.req.query('ngay');
  if (text === undefined || text === '') return null;
  if (!isDay(text)) throw new AppError('not-found', 'day-unknown');
  return text;
}
