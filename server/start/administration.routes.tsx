import { Hono } from 'hono';
import { renderActsPage } from '../../web/pages/ActsPage.tsx';
import { renderAdministrationPage } from '../../web/pages/AdministrationPage.tsx';
import { loadActs } from '../act/load-acts.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { loadAdministration } from './load-administration.ts';

export const administrationRoutes = new Hono<HttpEnvironment>()
  .get('/quan-tri', async (c) => {
    const view = await loadAdministration(c.get('app'));
    const isSaved = c.req.query('xong') === '1';
    return sendStaffPage(c, (base) => renderAdministrationPage({ ...base, ...view, isSaved }));
  })
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
