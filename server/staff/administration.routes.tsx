import { Hono } from 'hono';
import { renderActsPage } from '../../web/pages/ActsPage.tsx';
import { renderAdministrationPage } from '../../web/pages/AdministrationPage.tsx';
import { loadActs } from '../act/load-acts.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { sendStaffPage } from './staff-page.ts';

export const administrationRoutes = new Hono<HttpEnvironment>()
  .get('/quan-tri', (c) => sendStaffPage(c, (base) => renderAdministrationPage(base)))
  .get('/quan-tri/nhat-ky', async (c) => {
    const { acts, next } = await loadActs(c.get('app').db, c.req.query('truoc') ?? null);
    return sendStaffPage(c, (base) =>
      renderActsPage({
        ...base,
        acts: acts.map(({ at, actor, kind, params }) => ({ at, actor: actor?.name ?? null, kind, params })),
        isFirstPage: c.req.query('truoc') === undefined,
        nextHref: next && `/quan-tri/nhat-ky?truoc=${encodeURIComponent(next)}`,
      }),
    );
  });
