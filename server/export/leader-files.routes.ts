import { Hono } from 'hono';
import { draftReport } from '../../web/files/draft-report.ts';
import { fileNames } from '../../web/files/file-names.ts';
import { leaderWorkbook } from '../../web/files/report-workbook.ts';
import { upwardWorkbook } from '../../web/files/upward-workbook.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { sendFile } from '../http/send-file.ts';
import { dayOf } from '../lib/day.ts';
import { periodOf } from '../period/period.ts';
import type { Report } from '../reporting/report.v1.ts';
import { wrapReport } from '../reporting/report-file.ts';
import { createReportReader } from '../reporting/report-reader.ts';
import { parseChosenPeriod } from '../results/chosen-period.ts';
import { loadLeaderView } from '../results/load-leader-view.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { FILE_TYPES } from './file-types.ts';
import { figureLines } from './list-figures.ts';
import { writeCsv } from './write-csv.ts';

/**
 * The leader's page as files. The period is chosen as on the page, by `?ky=`. The writers are loaded when they are
 * first needed: their libraries take an eighth of a second and 25 MB.
 */
export const leaderFileRoutes = new Hono<HttpEnvironment>()
  .get('/lanh-dao/bao-cao.docx', async (c) => {
    const { isDemo } = c.get('app');
    const view = await loadView(c);
    return sendFile(c, {
      ...fileNames('draft', view.current.report, 'docx', isDemo),
      type: FILE_TYPES.docx,
      body: await (await import('./write-docx.ts')).writeDocx(draftReport(view, view.unit)),
    });
  })
  .get('/lanh-dao/so-lieu.xlsx', async (c) => {
    const { isDemo } = c.get('app');
    const view = await loadView(c);
    return sendFile(c, {
      ...fileNames('workbook', view.current.report, 'xlsx', isDemo),
      type: FILE_TYPES.xlsx,
      body: await (await import('./write-xlsx.ts')).writeXlsx(leaderWorkbook(view)),
    });
  })
  .get('/lanh-dao/so-lieu.csv', async (c) => {
    const report = await (await openReader(c)).load(choosePeriod(c));
    return sendFile(c, {
      ...fileNames('workbook', report, 'csv', c.get('app').isDemo),
      type: FILE_TYPES.csv,
      body: writeCsv(figureLines(report)),
    });
  })
  .get('/lanh-dao/gui-cap-tren.xlsx', async (c) => {
    const { isDemo } = c.get('app');
    const report = await (await openReader(c)).load(choosePeriod(c));
    return sendFile(c, {
      ...fileNames('upward', report, 'xlsx', isDemo),
      type: FILE_TYPES.xlsx,
      body: await (await import('./write-xlsx.ts')).writeXlsx(upwardWorkbook(report, isDemo)),
    });
  })
  .get('/lanh-dao/gui-cap-tren.json', async (c) => {
    const { isDemo } = c.get('app');
    // The bytes that the API serves; for a closed period they are the stored report.
    const body = await (await openReader(c)).loadBody(choosePeriod(c));
    const names = fileNames('upward', JSON.parse(body) as Report, 'json', isDemo);
    return sendFile(c, { ...names, type: FILE_TYPES.json, body: wrapReport(body) });
  });

/** The period of `?ky=`; by default the running reporting month. */
const choosePeriod = (c: Http) =>
  parseChosenPeriod(c.req.query('ky'), () => true) ??
  periodOf('report-month', dayOf(c.get('app').clock.now()));

async function openReader(c: Http) {
  const { db, surveys, clock } = c.get('app');
  return createReportReader(db, surveys, await getMainUnit(db), clock.now());
}

async function loadView(c: Http) {
  const { db, surveys, clock, isDemo } = c.get('app');
  const unit = await getMainUnit(db);
  const view = await loadLeaderView(db, surveys, unit, clock.now(), choosePeriod(c));
  return { ...view, unit, demo: isDemo };
}
