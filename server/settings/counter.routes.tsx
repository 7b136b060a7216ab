import { Hono } from 'hono';
import { renderConfirmPage } from '../../web/pages/ConfirmPage.tsx';
import { renderCounterPage } from '../../web/pages/CounterPage.tsx';
import { type CounterSettingsView, renderCountersPage } from '../../web/pages/CountersPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { publicAddress } from '../http/public-address.ts';
import { dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendFormPage, sendStaffPage } from '../staff/staff-page.ts';
import { parseCounterCode } from '../unit/counter.ts';
import {
  type CounterAmongOthers,
  type CounterSettings,
  getCounter,
  loadCounterSettings,
} from '../unit/get-counter.ts';
import {
  addCounter,
  type ClosingPlan,
  changeCounter,
  closeCounter,
  mergeCounter,
  moveCounter,
  planClosing,
  planMerging,
  reopenCounter,
  type TypedNewCounter,
} from '../unit/manage-counters.ts';

const COUNTERS = '/quan-tri/quay';
const NOTHING_TYPED: TypedNewCounter = { name: '', channel: 'poster', field: '' };

/** A rejected form; fields that were not sent show the stored value. */
interface TypedChange {
  readonly name?: string;
  readonly field?: string;
  readonly successor?: string;
  readonly into?: string;
}

export const counterRoutes = new Hono<HttpEnvironment>()
  .get(COUNTERS, (c) => sendCounters(c, NOTHING_TYPED, []))
  .post(COUNTERS, formLimit, async (c) => {
    const text = await parseTexts(c);
    const typed = { name: text('name'), channel: text('channel'), field: text('field') };
    const result = await addCounter(c.get('app'), getSignedIn(c).user, typed);
    if (result.outcome === 'faults') return sendCounters(c, typed, result.faults);
    return c.redirect(hrefOf(result.code), 303);
  })
  .get(`${COUNTERS}/:counter`, (c) => sendCounter(c, {}, []))
  .post(`${COUNTERS}/:counter/thong-tin`, formLimit, async (c) => {
    const text = await parseTexts(c);
    const typed = { name: text('name'), field: text('field') };
    return finish(c, typed, await changeCounter(c.get('app'), getSignedIn(c).user, codeOf(c), typed));
  })
  .post(`${COUNTERS}/:counter/len`, formLimit, (c) => move(c, 'up'))
  .post(`${COUNTERS}/:counter/xuong`, formLimit, (c) => move(c, 'down'))
  .post(`${COUNTERS}/:counter/dong`, formLimit, async (c) => {
    const text = await parseTexts(c);
    const successor = text('successor');
    if (text('confirm') === 'yes') {
      const faults = await closeCounter(c.get('app'), getSignedIn(c).user, codeOf(c), successor);
      return finish(c, { successor }, faults);
    }
    const among = await getCounter(c.get('app').db, codeOf(c));
    if (!among.counter.is_open) return c.redirect(hrefOf(among.counter.code), 303);
    return sendConfirm(c, 'close', among, { successor }, planClosing(among, successor));
  })
  .post(`${COUNTERS}/:counter/mo-lai`, formLimit, async (c) =>
    finish(c, {}, await reopenCounter(c.get('app'), getSignedIn(c).user, codeOf(c))),
  )
  .post(`${COUNTERS}/:counter/gop`, formLimit, async (c) => {
    const text = await parseTexts(c);
    const into = text('into');
    if (text('confirm') === 'yes') {
      return finish(c, { into }, await mergeCounter(c.get('app'), getSignedIn(c).user, codeOf(c), into));
    }
    const among = await getCounter(c.get('app').db, codeOf(c));
    return sendConfirm(c, 'merge', among, { into }, planMerging(among, into));
  });

const hrefOf = (code: string): string => `${COUNTERS}/${code}`;
function codeOf(c: Http): string {
  const typed = c.req.param('counter') ?? '';
  return parseCounterCode(typed) ?? typed;
}

async function parseTexts(c: Http): Promise<(name: string) => string> {
  const fields = await parseForm(c);
  return (name) => fields.get(name)?.[0] ?? '';
}

async function move(c: Http, direction: 'up' | 'down'): Promise<Response> {
  await moveCounter(c.get('app'), getSignedIn(c).user, codeOf(c), direction);
  return c.redirect(hrefOf(codeOf(c)), 303);
}

const finish = (c: Http, typed: TypedChange, faults: readonly Fault[]) =>
  faults.length > 0 ? sendCounter(c, typed, faults) : c.redirect(`${hrefOf(codeOf(c))}?xong=1`, 303);

const loadSettings = (c: Http): Promise<readonly CounterSettings[]> => {
  const { db, surveys, clock } = c.get('app');
  return loadCounterSettings(db, surveys, dayOf(clock.now()));
};

const fieldViews = (settings: CounterSettings | undefined) =>
  (settings?.fields ?? []).map(({ id, text }) => ({ id, text: text.vi }));

const toView = (settings: CounterSettings): CounterSettingsView => {
  const { counter, survey, successor, isMerged } = settings;
  return {
    href: hrefOf(counter.code),
    code: counter.code,
    name: counter.name,
    channel: counter.channel,
    field: fieldViews(settings).find(({ id }) => id === counter.field)?.text ?? counter.field,
    survey: survey && { id: survey.id, version: survey.version },
    isOpen: counter.is_open,
    isMerged,
    successor: successor?.name ?? null,
  };
};

async function sendCounters(c: Http, typed: TypedNewCounter, faults: readonly Fault[]): Promise<Response> {
  const settings = await loadSettings(c);
  return sendFormPage(c, faults, (base) =>
    renderCountersPage({
      ...base,
      counters: settings.map(toView),
      fields: fieldViews(settings.find(({ counter }) => counter.is_open)),
      typed,
    }),
  );
}

async function sendCounter(c: Http, typed: TypedChange, faults: readonly Fault[]): Promise<Response> {
  const all = await loadSettings(c);
  const settings = all.find((each) => each.counter.code === codeOf(c));
  if (!settings) throw new AppError('not-found', 'counter-unknown');
  const { counter } = settings;
  const open = all.map((each) => each.counter).filter(({ is_open }) => is_open);
  return sendFormPage(c, faults, (base) =>
    renderCounterPage({
      ...base,
      counter: toView(settings),
      address: `${publicAddress(c.get('app').config)}/k/${counter.code}`,
      posterHref: `/can-bo/ma-qr?quay=${counter.code}`,
      fields: fieldViews(settings),
      typed: {
        name: typed.name ?? counter.name,
        field: typed.field ?? counter.field ?? '',
        successor: typed.successor ?? '',
        into: typed.into ?? '',
      },
      order: counter.is_open ? { at: open.indexOf(counter) + 1, all: open.length } : null,
      others: open.filter((other) => other !== counter).map(({ code, name }) => ({ code, name })),
    }),
  );
}

function sendConfirm(
  c: Http,
  act: 'close' | 'merge',
  { counter }: CounterAmongOthers,
  typed: TypedChange,
  { successor, faults }: ClosingPlan,
): Promise<Response> {
  if (faults.length > 0) return sendCounter(c, typed, faults);
  const back = hrefOf(counter.code);
  return sendStaffPage(c, (base) =>
    renderConfirmPage({
      ...base,
      act: `${act}-counter`,
      subject: counter.name,
      successor: successor?.name ?? '',
      fields: { [act === 'merge' ? 'into' : 'successor']: successor?.code ?? '' },
      action: `${back}/${act === 'merge' ? 'gop' : 'dong'}`,
      back,
      current: 'administration',
    }),
  );
}
