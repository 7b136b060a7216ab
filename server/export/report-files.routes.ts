import { Hono } from 'hono';
import { draftReport } from '../../web/files/draft-report.ts';
import { fileNames } from '../../web/files/file-names.ts';
import { leaderWorkbook, weekWorkbook } from '../../web/files/report-workbook.ts';
import { upwardWorkbook } from '../../web/files/upward-workbook.ts';
import type { Workbook } from '../../web/types/workbook.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { sendFile } from '../http/send-file.ts';
import { dayOf } from '../lib/day.ts';
import { periodOf } from '../period/period.ts';
import type { Report } from '../reporting/report.v1.ts';
import { wrapReport } from '../reporting/report-file.ts';
import { createReportReader } from '../reporting/report-reader.ts';
import { loadLeaderView } from '../results/load-leader-view.ts';
import { loadWeekView } from '../results/load-week-view.ts';
import { chooseCounter, parseChosenPeriod } from '../results/page-query.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { figureLines } from './list-figures.ts';
import { writeCsv } from './write-csv.ts';

const FILE_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;

/**
 * The leader's page and the page of a week as files. The parameters `ky`, `tuan` and `quay` choose period, week and
 * counter.
 */
export const reportFileRoutes = new Hono<HttpEnvironment>()
  .get('/lanh-dao/bao-cao.docx', async (c) => {
    const view = await loadLeader(c);
    const { writeDocx } = await import('./write-docx.ts');
    return send(c, 'draft', view.current.report, 'docx', await writeDocx(draftReport(view, view.unit)));
  })
  .get('/lanh-dao/so-lieu.xlsx', async (c) => {
    const view = await loadLeader(c);
    return send(c, 'workbook', view.current.report, 'xlsx', await writeWorkbook(leaderWorkbook(view)));
  })
  .get('/lanh-dao/so-lieu.csv', async (c) => {
    const report = await (await openReader(c)).load(choosePeriod(c));
    return send(c, 'workbook', report, 'csv', writeCsv(figureLines(report)));
  })
  .get('/lanh-dao/gui-cap-tren.xlsx', async (c) => {
    const report = await (await openReader(c)).load(choosePeriod(c));
    const workbook = upwardWorkbook(report, c.get('app').isDemo);
    return send(c, 'upward', report, 'xlsx', await writeWorkbook(workbook));
  })
  .get('/lanh-dao/gui-cap-tren.json', async (c) => {
    const body = await (await openReader(c)).loadBody(choosePeriod(c));
    return send(c, 'upward', JSON.parse(body) as Report, 'json', wrapReport(body));
  })
  .get('/can-bo/tuan.xlsx', async (c) => {
    const { unit, view, counter } = await loadWeek(c);
    const workbook = weekWorkbook({
      unitName: unit.name,
      demo: c.get('app').isDemo,
      week: view.week,
      before: view.before,
      counters: counter === null ? [] : [{ ...counter, selected: true }],
      chips: view.chips,
      itemNames: view.itemNames,
    });
    return send(c, 'week', view.week.report, 'xlsx', await writeWorkbook(workbook), counter);
  })
  .get('/can-bo/tuan.csv', async (c) => {
    const { view, counter } = await loadWeek(c);
    const { report } = view.week;
    return send(c, 'week', report, 'csv', writeCsv(figureLines(report, counter?.code ?? null)), counter);
  });

const send = (
  c: Http,
  kind: Parameters<typeof fileNames>[0],
  report: Parameters<typeof fileNames>[1],
  ending: keyof typeof FILE_TYPES,
  body: Uint8Array | string,
  counter: Parameters<typeof fileNames>[4] = null,
): Response => {
  const names = fileNames(kind, report, ending, c.get('app').isDemo, counter);
  return sendFile(c, { ...names, type: FILE_TYPES[ending], body });
};

/** The writers are imported on first use: their libraries take an eighth of a second and 25 MB. */
const writeWorkbook = async (workbook: Workbook): Promise<Uint8Array> =>
  (await import('./write-xlsx.ts')).writeXlsx(workbook);

const choosePeriod = (c: Http) =>
  parseChosenPeriod(c.req.query('ky'), () => true) ??
  periodOf('report-month', dayOf(c.get('app').clock.now()));

async function openReader(c: Http) {
  const { db, surveys, clock } = c.get('app');
  return createReportReader(db, surveys, await getMainUnit(db), clock.now());
}

async function loadLeader(c: Http) {
  const { db, surveys, clock, isDemo } = c.get('app');
  const unit = await getMainUnit(db);
  const view = await loadLeaderView(db, surveys, unit, clock.now(), choosePeriod(c));
  return { ...view, unit, demo: isDemo };
}

/** In the result, `counter` is null for the whole unit. */
async function loadWeek(c: Http) {
  const { db, surveys, clock } = c.get('app');
  const unit = await getMainUnit(db);
  const week = parseChosenPeriod(c.req.query('tuan'), ({ kind }) => kind === 'week');
  const code = chooseCounter(getSignedIn(c), c.req.query('quay'));
  const view = await loadWeekView(db, surveys, unit, clock.now(), week, code);
  return { unit, view, counter: view.counters.find((one) => one.code === code) ?? null };
}
