import { Hono } from 'hono';
import { renderSealsPage, type SealedDayView } from '../../web/pages/SealsPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { addDays, type Day, earlierOf, isDay } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { renderQrSvg } from '../lib/qr-code.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import type { Db } from '../storage/schema.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { findLastSeal, listSeals, listVoidedSeals } from './seal.store.ts';
import { type DaySeal, shortSeal } from './seal.ts';

const SEALS = '/lanh-dao/niem-phong';
const DAYS_SHOWN = 31;

/** Seals by day, each with a QR code, so that visitors can keep a copy. */
export const sealRoutes = new Hono<HttpEnvironment>().get(SEALS, async (c) => {
  const { db } = c.get('app');
  const chosen = parseDayQuery(c);
  const unit = await getMainUnit(db);
  const view = await findSeals(db, unit.code, chosen);
  if (view === null && chosen !== null) throw new AppError('not-found', 'day-unsealed');
  const text = view && `${unit.code} ${view.shown.day} ${view.shown.chain}`;
  const code = text === null ? null : { text, svg: await renderQrSvg(text) };
  const voided = (await listVoidedSeals(db, unit.code)).toReversed().slice(0, DAYS_SHOWN);
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

/**
 * The seal of the chosen day, by default of the last sealed one, and the seals of the days before, latest first.
 * `older` is the first day of the next page. Null when nothing is sealed up to the chosen day.
 */
async function findSeals(db: Db, unitCode: string, chosen: Day | null) {
  const last = await findLastSeal(db, unitCode);
  if (!last) return null;
  const to = earlierOf(chosen ?? last.day, last.day);
  const found = await listSeals(db, unitCode, addDays(to, -DAYS_SHOWN), to);
  const newestFirst = found.toReversed();
  const [shown] = newestFirst;
  if (!shown) return null;
  return {
    shown,
    days: newestFirst.slice(0, DAYS_SHOWN),
    older: newestFirst[DAYS_SHOWN]?.day ?? null,
    isLatest: shown.day === last.day,
  };
}
