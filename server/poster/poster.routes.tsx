import { Hono } from 'hono';
import { renderPostersPage } from '../../web/pages/PostersPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { publicAddress, reachOf } from '../http/public-address.ts';
import { pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { AppError } from '../lib/errors.ts';
import { renderQrPng, renderQrSvg } from '../lib/qr-code.ts';
import { getSignedIn, seesCounter, signedInView } from '../staff/authorise.ts';
import { listCounters } from '../unit/counter.store.ts';
import { type Counter, parseCounterCode } from '../unit/counter.ts';
import { getMainUnit } from '../unit/main-unit.ts';

export const posterRoutes = new Hono<HttpEnvironment>()
  .get('/can-bo/ma-qr', async (c) => {
    const { db, config, isDemo } = c.get('app');
    const unit = await getMainUnit(db);
    const counters = await listSeenCounters(c, unit.code);
    const size = c.req.query('kho') === 'a5' ? 'a5' : 'a4';
    const selected = parseSelected(c, counters);
    const origin = publicAddress(config);
    const parts = pageParts(c, 'poster.css', 'hand-over.js');
    const html = renderPostersPage({
      assets: partTexts(parts),
      signedIn: signedInView(c),
      demo: isDemo,
      unitName: unit.name,
      publicAddress: origin,
      reach: reachOf(origin),
      isTrial: (c.get('trial') ?? null) !== null,
      contactPhone: unit.contact_phone,
      size,
      selected,
      counters: await Promise.all(
        counters.map(async (counter) => ({
          code: counter.code,
          name: counter.name,
          channel: counter.channel === 'link' ? ('link' as const) : ('poster' as const),
          open: counter.is_open,
          url: surveyUrl(origin, counter),
          typedAddress: surveyUrl(origin, counter).replace(/^https?:\/\//, ''),
          qrSvg: await renderQrSvg(surveyUrl(origin, counter)),
          svgHref: `/can-bo/ma-qr/${counter.code}.svg`,
          pngHref: `/can-bo/ma-qr/${counter.code}.png`,
          a4Href: `/can-bo/ma-qr?kho=a4&quay=${counter.code}`,
          a5Href: `/can-bo/ma-qr?kho=a5&quay=${counter.code}`,
        })),
      ),
      hrefs: { allA4: '/can-bo/ma-qr?kho=a4', allA5: '/can-bo/ma-qr?kho=a5' },
    });
    return sendPage(c, html, parts);
  })
  .get('/can-bo/ma-qr/:file{[0-9A-Za-z]+\\.(svg|png)}', async (c) => {
    const { db, config } = c.get('app');
    const [code = '', type] = c.req.param('file').split('.');
    const unit = await getMainUnit(db);
    const counter = findByCode(await listSeenCounters(c, unit.code), code);
    const url = surveyUrl(publicAddress(config), counter);
    const name = `ma-qr-${counter.code}.${type}`;
    c.header('Content-Disposition', `attachment; filename="${name}"`);
    if (type === 'svg') return c.body(await renderQrSvg(url), 200, { 'Content-Type': 'image/svg+xml' });
    const png = await renderQrPng(url);
    return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' });
  });

async function listSeenCounters(c: Http, unitCode: string): Promise<Counter[]> {
  const signedIn = getSignedIn(c);
  const counters = await listCounters(c.get('app').db, unitCode);
  return counters.filter(({ code }) => seesCounter(signedIn, code));
}

const surveyUrl = (origin: string, counter: Counter): string => `${origin}/k/${counter.code}`;

function findByCode(counters: readonly Counter[], typed: string): Counter {
  const code = parseCounterCode(typed);
  const counter = counters.find((candidate) => candidate.code === code);
  if (!counter) throw new AppError('not-found', 'counter-unknown');
  return counter;
}

function parseSelected(c: Http, counters: readonly Counter[]): string | null {
  const typed = c.req.query('quay');
  return typed === undefined || typed === '' ? null : findByCode(counters, typed).code;
}
