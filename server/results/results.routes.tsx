import { Hono } from 'hono';
import { renderLeaderPage } from '../../web/pages/LeaderPage.tsx';
import { renderResultsPage } from '../../web/pages/ResultsPage.tsx';
import { renderWeekPage } from '../../web/pages/WeekPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { parseLocale } from '../http/locale.ts';
import { STRICTEST_POLICY } from '../http/response-headers.ts';
import { type PageParts, pageHeaders, pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { storeResponse } from '../http/stored-response.ts';
import { sendStoredResults } from '../http/stored-results.ts';
import { contentTag } from '../lib/hash.ts';
import { type DaySeal, shortSeal } from '../seal/seal.ts';
import { getSignedIn, seesCounter, signedInView } from '../staff/authorise.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { loadLeaderView } from './load-leader-view.ts';
import { loadPublicView } from './load-public-view.ts';
import { FOUR_WEEKS, loadWeekView } from './load-week-view.ts';
import { chooseCounter, parseChosenPeriod } from './page-query.ts';
import { isPublicPeriod } from './period-options.ts';
import { questionNames } from './question-names.ts';

/** The leader's page, the page of a week for staff, and the public results as page and JSON. */
export const resultsRoutes = new Hono<HttpEnvironment>()
  .get('/lanh-dao', async (c) => {
    const { db, surveys, clock, isDemo } = c.get('app');
    const unit = await getMainUnit(db);
    const period = parseChosenPeriod(c.req.query('ky'), () => true);
    const view = await loadLeaderView(db, surveys, unit, clock.now(), period);
    const parts = pageParts(c, 'leader.css', 'leader.js');
    const html = renderLeaderPage({
      ...view,
      assets: partTexts(parts),
      signedIn: signedInView(c),
      demo: isDemo,
    });
    return sendView(c, html, parts);
  })
  .get('/can-bo', async (c) => {
    const { db, surveys, clock, isDemo } = c.get('app');
    const unit = await getMainUnit(db);
    const text = c.req.query('tuan');
    const week = text === FOUR_WEEKS ? FOUR_WEEKS : parseChosenPeriod(text, ({ kind }) => kind === 'week');
    const { user } = getSignedIn(c);
    const counterCode = chooseCounter(getSignedIn(c), c.req.query('quay'));
    const view = await loadWeekView(db, surveys, unit, clock.now(), week, counterCode, user.counters);
    const parts = pageParts(c, 'results.css', 'week.js');
    const { previous, next, running } = view;
    const names = new Map(view.counters.map(({ code, name }) => [code, name]));
    const html = renderWeekPage({
      ...view,
      assets: partTexts(parts),
      signedIn: signedInView(c),
      demo: isDemo,
      unitName: unit.name,
      openedOn: unit.opened_on,
      runningWeek: running.id,
      prevHref: previous && weekHref(previous.id, counterCode),
      nextHref: next && weekHref(next.id, counterCode),
      fourWeeksHref: text === FOUR_WEEKS ? null : weekHref(FOUR_WEEKS, counterCode),
      counters: view.counters
        .filter(({ code }) => seesCounter(getSignedIn(c), code))
        .map(({ code, name }) => ({ code, name, selected: code === counterCode })),
      seesUnit: user.counters === null,
      comments: {
        unread: view.comments.unread,
        latest: view.comments.latest.map(({ text: comment, counter_code }) => ({
          text: comment,
          counterName: names.get(counter_code) ?? counter_code,
        })),
      },
    });
    return sendView(c, html, parts);
  })
  .get('/ket-qua', (c) => {
    const locale = parseLocale(c);
    const period = parseChosenPeriod(c.req.query('ky'), isPublicPeriod);
    return sendStoredResults(c, ['page', locale, period?.id ?? null], async () => {
      const { db, surveys, clock, isDemo } = c.get('app');
      const unit = await getMainUnit(db);
      const view = await loadPublicView(db, surveys, unit, clock.now(), period);
      const parts = pageParts(c, 'results.css', 'fresh.js');
      const other = new URLSearchParams({
        ...(period ? { ky: period.id } : {}),
        lang: locale === 'vi' ? 'en' : 'vi',
      });
      const html = renderResultsPage({
        ...view,
        assets: partTexts(parts),
        demo: isDemo,
        locale,
        seal: view.latestSeal && { ...view.latestSeal, short: shortSeal(view.latestSeal.chain) },
        unitName: unit.name,
        contactPhone: unit.contact_phone,
        itemNames: questionNames(surveys, locale),
        otherLocaleHref: `/ket-qua?${other}`,
      });
      return storeResponse(html, pageHeaders(parts));
    });
  })
  .get('/ket-qua.json', (c) => {
    const period = parseChosenPeriod(c.req.query('ky'), isPublicPeriod);
    return sendStoredResults(c, ['json', period?.id ?? null], async () => {
      const { db, surveys, clock } = c.get('app');
      const view = await loadPublicView(db, surveys, await getMainUnit(db), clock.now(), period);
      return storeResponse(JSON.stringify(toPublicJson(view)), JSON_HEADERS);
    });
  });

/** Pages of other origins may read the public JSON. */
const JSON_HEADERS = {
  'Content-Type': 'application/json',
  'Content-Security-Policy': STRICTEST_POLICY,
  'Access-Control-Allow-Origin': '*',
};

function toPublicJson(view: Awaited<ReturnType<typeof loadPublicView>>) {
  const { receivedTotal, current, options, trend, rules, quietDays, events, latestSeal } = view;
  return {
    schema: 'hailong.public/1',
    received_total: receivedTotal,
    report: current.report,
    periods: options.map(({ id, from, to }) => ({ id, from, to })),
    trend,
    rules: {
      minimum_n: rules.minimumN,
      targets: rules.targets,
      set_aside: rules.setAside,
      surveys: rules.surveys,
    },
    quiet_days: quietDays,
    events: events.map(({ day, kind, params }) => ({ day, kind, params })),
    latest_seal: latestSeal && publicSeal(latestSeal),
  };
}

function sendView(c: Http, html: string, parts: PageParts): Response {
  c.header('ETag', contentTag(html));
  return sendPage(c, html, parts);
}

const publicSeal = ({ day, ballots, digest, chain }: DaySeal) => ({
  day,
  ballots,
  digest,
  chain,
  short: shortSeal(chain),
});

function weekHref(weekId: string, counterCode: string | null): string {
  const query = new URLSearchParams({ tuan: weekId, ...(counterCode ? { quay: counterCode } : {}) });
  return `/can-bo?${query}`;
}
