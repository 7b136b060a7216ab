import { Hono } from 'hono';
import { renderTransactionsPage } from '../../web/pages/TransactionsPage.tsx';
import { renderTransactionWithdrawPage } from '../../web/pages/TransactionWithdrawPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { EntryKey } from '../../web/types/transactions.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { isDay, laterOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { type NamedPeriod, type Period, parsePeriod } from '../period/period.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import type { EntryFault } from './check-entries.ts';
import { type EntryResult, enterTransactions } from './enter-transactions.ts';
import { enterZeros } from './enter-zeros.ts';
import { entryId, type ProposedEntry } from './entry.ts';
import { findEntry } from './find-entry.ts';
import { parseCountCell } from './import/parse-cell.ts';
import { loadTransactionsView, type TransactionsView } from './load-transactions-view.ts';

const PAGE = '/can-bo/giao-dich';
/** Limit of submitted days; the page has fewer checkboxes. */
const MOST_DAYS = 80;

type TypedFault = Fault<{ readonly about?: EntryKey; readonly other?: EntryKey }>;

interface Sent {
  readonly week: NamedPeriod | null;
  readonly mode: 'counters' | 'unit' | null;
  readonly typedDays: Readonly<Record<string, string>> | null;
  readonly typedTotal: { readonly period: string; readonly counter: string; readonly n: string };
  readonly faults: readonly TypedFault[];
}

const NOTHING: Sent = {
  week: null,
  mode: null,
  typedDays: null,
  typedTotal: { period: '', counter: '', n: '' },
  faults: [],
};

export const transactionRoutes = new Hono<HttpEnvironment>()
  .get(PAGE, (c) => {
    const week = parseWeek(c.req.query('tuan'));
    if (week === undefined) throw new AppError('not-found', 'period-unknown');
    return sendTransactions(c, { ...NOTHING, week, mode: parseMode(c.req.query('theo')) });
  })
  .post(`${PAGE}/ngay`, formLimit, async (c) => {
    const fields = await parseForm(c);
    const text = (name: string) => fields.get(name)?.[0] ?? '';
    const week = parseWeek(text('tuan'));
    if (!week) throw new AppError('bad-request', 'week-missing');
    const mode = parseMode(text('theo'));
    const typedDays: Record<string, string> = {};
    const proposed: ProposedEntry[] = [];
    const faults: TypedFault[] = [];
    for (const [field, [value = '']] of fields) {
      const [, day = '', code = ''] = /^n\.(\d{4}-\d\d-\d\d)\.([a-z\d]{3,5})$/.exec(field) ?? [];
      if (!isDay(day) || day < week.from || day > week.to) continue;
      typedDays[field] = value;
      const key = { from: day, to: day, counter: code === 'all' ? null : code };
      const n = value.trim() === '' ? null : parseCountCell(value);
      if (n !== null && 'fault' in n) faults.push({ field, code: n.fault, params: { about: key } });
      else proposed.push({ ...key, n: n === null ? null : n.n });
    }
    const sent: Sent = { ...NOTHING, week, mode, typedDays };
    if (faults.length > 0) return sendTransactions(c, { ...sent, faults });
    const seen = { from: week.from, to: week.to, revisions: Number(text('seen')) };
    const { unit, user, parts } = await entering(c);
    const result = await enterTransactions(parts, unit, user, proposed, 'typed', seen);
    const back = new URLSearchParams({ tuan: week.id, theo: mode === 'unit' ? 'ca-don-vi' : 'quay' });
    return answer(c, result, sent, (fault) => `n.${fault.entry.from}.${fault.entry.counter ?? 'all'}`, back);
  })
  .post(`${PAGE}/tong`, formLimit, async (c) => {
    const fields = await parseForm(c);
    const text = (name: string) => fields.get(name)?.[0] ?? '';
    const typedTotal = { period: text('ky'), counter: text('quay'), n: text('n') };
    const { unit, user, parts } = await entering(c);
    const period = parsePeriod(typedTotal.period);
    const isTotal = period !== null && ['week', 'month', 'report-month'].includes(period.kind);
    const n = parseCountCell(typedTotal.n.trim());
    const sent: Sent = { ...NOTHING, typedTotal };
    const faults: TypedFault[] = [
      ...(isTotal ? [] : [{ field: 'ky', code: 'total-period' }]),
      ...(/^([a-z\d]{5}|all)$/.test(typedTotal.counter) ? [] : [{ field: 'quay', code: 'total-counter' }]),
      ...('fault' in n ? [{ field: 'n', code: n.fault }] : []),
    ];
    if (faults.length > 0 || period === null || 'fault' in n) return sendTransactions(c, { ...sent, faults });
    const from = laterOf(period.from, unit.opened_on);
    const counter = typedTotal.counter === 'all' ? null : typedTotal.counter;
    const entry = { from, to: period.to, counter, n: n.n };
    const result = await enterTransactions(parts, unit, user, [entry], 'typed');
    const fieldOf = ({ code }: { readonly code: string }) =>
      code === 'number' ? 'n' : code.startsWith('counter') || code.startsWith('whole') ? 'quay' : 'ky';
    return answer(c, result, sent, fieldOf, new URLSearchParams());
  })
  .post(`${PAGE}/khong`, formLimit, async (c) => {
    const days = ((await parseForm(c)).get('ngay') ?? []).filter(isDay).slice(0, MOST_DAYS);
    if (days.length === 0) {
      return sendTransactions(c, { ...NOTHING, faults: [{ field: 'ngay', code: 'days-missing' }] });
    }
    const { unit, user, parts } = await entering(c);
    return answer(c, await enterZeros(parts, unit, user, days), NOTHING, () => 'ngay', new URLSearchParams());
  })
  .post(`${PAGE}/bo/:entry`, formLimit, async (c) => {
    const fields = await parseForm(c);
    const { unit, user, parts } = await entering(c);
    const found = await findEntry(parts.db, unit, user, c.req.param('entry'));
    if (!found) throw new AppError('not-found', 'transactions-unknown');
    const { entry, counters } = found;
    if (fields.get('confirm')?.[0] !== 'yes') {
      const action = `${PAGE}/bo/${entryId(entry)}`;
      return sendStaffPage(c, (base) =>
        renderTransactionWithdrawPage({ ...base, entry, counters, action, back: PAGE }),
      );
    }
    const { from, to, counter } = entry;
    const result = await enterTransactions(parts, unit, user, [{ from, to, counter, n: null }], 'typed');
    return answer(c, result, NOTHING, () => 'ky', new URLSearchParams());
  });

async function entering(c: Http) {
  const { db, clock, random } = c.get('app');
  return { parts: { db, clock, random }, unit: await getMainUnit(db), user: getSignedIn(c).user };
}

/** Redirects on success; otherwise shows the page with the typed values. */
function answer(
  c: Http,
  result: EntryResult,
  sent: Sent,
  fieldOf: (fault: EntryFault) => string,
  back: URLSearchParams,
): Response | Promise<Response> {
  if (result.outcome === 'kept') {
    back.set('da-luu', String(result.kept));
    return c.redirect(`${PAGE}?${back}`, 303);
  }
  const faults =
    result.outcome === 'faults'
      ? result.faults.map((fault) => ({
          field: fieldOf(fault),
          code: fault.code,
          params: { about: fault.entry, ...(fault.other ? { other: fault.other } : {}) },
        }))
      : [{ field: 'week', code: 'changed-meanwhile' }];
  return sendTransactions(c, { ...sent, faults });
}

/** Null if the parameter is missing, undefined if it is malformed. */
function parseWeek(text: string | undefined): NamedPeriod | null | undefined {
  if (text === undefined || text === '') return null;
  const period = parsePeriod(text);
  return period?.kind === 'week' ? period : undefined;
}

const parseMode = (text: string | undefined): 'counters' | 'unit' | null =>
  text === 'ca-don-vi' ? 'unit' : text === 'quay' ? 'counters' : null;

const weekHref = (week: Period, mode: TransactionsView['mode']): string =>
  `${PAGE}?${new URLSearchParams({ tuan: week.id, theo: mode === 'unit' ? 'ca-don-vi' : 'quay' })}`;

async function sendTransactions(c: Http, sent: Sent): Promise<Response> {
  const { db, clock } = c.get('app');
  const { user, isRemembered } = getSignedIn(c);
  const unit = await getMainUnit(db);
  const view = await loadTransactionsView(db, unit, user, clock.now(), sent.week, sent.mode);
  const saved = c.req.query('da-luu');
  const { week, mode } = view;
  return sendStaffPage(
    c,
    (base) =>
      renderTransactionsPage({
        ...base,
        ...sent,
        ...view,
        previousHref: view.previous && weekHref(view.previous, mode),
        nextHref: view.next && weekHref(view.next, mode),
        modes: view.isWholeUnit
          ? { byCounter: weekHref(week, 'counters'), byUnit: weekHref(week, 'unit') }
          : null,
        mayEnter: user.roles.includes('staff') && !isRemembered,
        totals: view.totals.map((entry) => ({ ...entry, withdrawHref: `${PAGE}/bo/${entryId(entry)}` })),
        totalPeriods: view.totalPeriods.map(({ period }) => period),
        weeks: view.weeks.map((line) => ({
          from: line.week.from,
          to: line.week.to,
          href: weekHref(line.week, mode),
          counters: Object.fromEntries([...line.counters].map(([code, count]) => [code, count?.n ?? null])),
          unit: line.unit?.n ?? null,
          missingDays: line.missing.length,
          isStraddled: line.straddling.length > 0,
        })),
        corrections: view.corrections.map(({ before, after }) => ({ ...after, before, after: after.n })),
        saved: saved !== undefined && /^\d{1,6}$/.test(saved) ? Number(saved) : null,
      }),
    sent.faults.length === 0 ? 200 : 422,
    'transactions.css',
  );
}
