import { Hono } from 'hono';
import { renderAccessPage } from '../../web/pages/AccessPage.tsx';
import { listAccess } from '../act/access.store.ts';
import { ACCESS_GRAINS, ACCESS_KINDS, ACCESS_RETENTION_DAYS } from '../act/access.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { sendStaffPage } from './staff-page.ts';
import { listUsers } from './user.store.ts';

const PAGE_SIZE = 50;
const NOBODY = '-';

export const accessRoutes = new Hono<HttpEnvironment>().get('/quan-tri/truy-cap', async (c) => {
  const { db } = c.get('app');
  const people = (await listUsers(db)).map(({ name }) => name);
  const person = [...people, NOBODY].find((name) => name === c.req.query('nguoi')) ?? '';
  const kind = ACCESS_KINDS.find((one) => one === c.req.query('loai')) ?? null;
  const page = /^[1-9]\d{0,5}$/.test(c.req.query('trang') ?? '') ? Number(c.req.query('trang')) : 1;
  const userName = person === '' ? null : person === NOBODY ? '' : person;
  const rows = await listAccess(db, { userName, kind }, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE);
  const hrefOf = (target: number) => {
    const query = new URLSearchParams({ nguoi: person, loai: kind ?? '', trang: String(target) });
    return `/quan-tri/truy-cap?${query}`;
  };
  return sendStaffPage(c, (base) =>
    renderAccessPage({
      ...base,
      rows: rows.slice(0, PAGE_SIZE).map((row) => ({ ...row, grain: ACCESS_GRAINS[row.kind] })),
      people: [...people, NOBODY],
      kinds: ACCESS_KINDS,
      person,
      kind: kind ?? '',
      retentionDays: ACCESS_RETENTION_DAYS,
      newerHref: page === 1 ? null : hrefOf(page - 1),
      olderHref: rows.length > PAGE_SIZE ? hrefOf(page + 1) : null,
    }),
  );
});
