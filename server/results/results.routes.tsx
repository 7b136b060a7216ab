import { Hono } from 'hono';
import { renderLeaderPage } from '../../web/pages/LeaderPage.tsx';
import { renderResultsPage } from '../../web/pages/ResultsPage.tsx';
import { renderWeekPage } from '../../web/pages/WeekPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { parseLocale } from '../http/locale.ts';
import { type PageParts, pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { contentTag } from '../lib/content-tag.ts';
import { type DaySeal, shortSeal } from '../seal/seal.ts';
import { getSignedIn, seesCounter, signedInView } from '../staff/authorise.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { chooseCounter } from './chosen-counter.ts';
import { parseChosenPeriod } from './chosen-period.ts';
import { loadLeaderView } from './load-leader-view.ts';
import { loadPublicView } from './load-public-view.ts';
import { loadWeekView } from './load-week-view.ts';
import { isPublicPeriod } from './period-options.ts';
import { questionNames } from './question-names.ts';

/** The leader's page, the staff's weekly page, and the public results as page and JSON. */
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
    const week = parseChosenPeriod(c.req.query('tuan'), ({ kind }) => kind === 'week');
    const counterCode = chooseCounter(getSignedIn(c), c.req.query('quay'));
    const view = await loadWeekView(db, surveys, unit, clock.now(), week, counterCode);
    const parts = pageParts(c, 'staff.css', 'fresh.js');
    const { id } = view.week.report.period;
    const html = renderWeekPage({
      assets: partTexts(parts),
      signedIn: signedInView(c),
      demo: isDemo,
      unitName: unit.name,
      today: view.today,
      openedOn: unit.opened_on,
      weeks: view.weeks.map((each) => ({
        id: each.id,
        from: each.from,
        to: each.to,
        href: weekHref(each.id, counterCode),
        isSelected: each.id === id,
        isRunning: each.id === view.running.id,
      })),
      week: view.week,
      seal: view.seal,
      before: view.before,
      changes: view.changes,
      since: view.since,
      prevHref: view.previous && weekHref(view.previous.id, counterCode),
      nextHref: view.next && weekHref(view.next.id, counterCode),
      counters: view.counters
        .filter(({ code }) => seesCounter(getSignedIn(c), code))
        .map(({ code, name }) => ({
          code,
          name,
          href: weekHref(id, code),
          selected: code === counterCode,
        })),
      allCountersHref: getSignedIn(c).user.counters === null ? weekHref(id, null) : null,
      chips: view.chips,
      itemNames: view.itemNames,
    });
    return sendView(c, html, parts);
  })
  .get('/ket-qua', async (c) => {
    const { db, surveys, clock, isDemo } = c.get('app');
    const unit = await getMainUnit(db);
    const locale = parseLocale(c);
    const period = parseChosenPeriod(c.req.query('ky'), isPublicPeriod);
    const view = await loadPublicView(db, surveys, unit, clock.now(), period);
    const parts = pageParts(c, 'staff.css', 'fresh.js');
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
    return sendView(c, html, parts);
  })
  .get('/ket-qua.json', async (c) => {
    const { db, surveys, clock } = c.get('app');
    const unit = await getMainUnit(db);
    const period = parseChosenPeriod(c.req.query('ky'), isPublicPeriod);
    const view = await loadPublicView(db, surveys, unit, clock.now(), period);
    const { receivedTotal, current, options, trend, rules, quietDays, events, latestSeal } = view;
    c.header('Cache-Control', 'no-cache');
    return c.json({
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
    });
  });

/** The ETag gives 304 while no figure has changed. */
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
