import { Hono } from 'hono';
import { fileNames } from '../../web/files/file-names.ts';
import { weekWorkbook } from '../../web/files/report-workbook.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { sendFile } from '../http/send-file.ts';
import { chooseCounter } from '../results/chosen-counter.ts';
import { parseChosenPeriod } from '../results/chosen-period.ts';
import { loadWeekView } from '../results/load-week-view.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { FILE_TYPES } from './file-types.ts';
import { figureLines } from './list-figures.ts';
import { writeCsv } from './write-csv.ts';

/** The staff's weekly page as files. Week and counter are chosen as on the page, by `?tuan=` and `?quay=`. */
export const weekFileRoutes = new Hono<HttpEnvironment>()
  .get('/can-bo/tuan.xlsx', async (c) => {
    const { isDemo } = c.get('app');
    const { unit, view, counter } = await loadView(c);
    const workbook = weekWorkbook({
      unitName: unit.name,
      demo: isDemo,
      week: view.week,
      before: view.before,
      counters: counter === null ? [] : [{ ...counter, selected: true }],
      chips: view.chips,
      itemNames: view.itemNames,
    });
    return sendFile(c, {
      ...fileNames('week', view.week.report, 'xlsx', isDemo, counter),
      type: FILE_TYPES.xlsx,
      body: await (await import('./write-xlsx.ts')).writeXlsx(workbook),
    });
  })
  .get('/can-bo/tuan.csv', async (c) => {
    const { view, counter } = await loadView(c);
    const { report } = view.week;
    return sendFile(c, {
      ...fileNames('week', report, 'csv', c.get('app').isDemo, counter),
      type: FILE_TYPES.csv,
      body: writeCsv(figureLines(report, counter?.code ?? null)),
    });
  });

/** In the result, `counter` is null for the whole unit. */
async function loadView(c: Http) {
  const { db, surveys, clock } = c.get('app');
  const unit = await getMainUnit(db);
  const week = parseChosenPeriod(c.req.query('tuan'), ({ kind }) => kind === 'week');
  const code = chooseCounter(getSignedIn(c), c.req.query('quay'));
  const view = await loadWeekView(db, surveys, unit, clock.now(), week, code);
  return { unit, view, counter: view.counters.find((one) => one.code === code) ?? null };
}
