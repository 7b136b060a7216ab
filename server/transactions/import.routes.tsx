import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  renderTransactionImportPage,
  type TransactionImportPageProps,
} from '../../web/pages/TransactionImportPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { parseForm } from '../http/form-body.ts';
import { AppError } from '../lib/errors.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { enterTransactions } from './enter-transactions.ts';
import { fileFault } from './import/import-fault.ts';
import { decodeEntries, encodeEntries, type ParsedImport } from './import/parsed-import.ts';
import { readImport } from './import/read-import.ts';
import { TABLE_LIMITS } from './import/table.ts';
import { type NameChoice, prepareImport } from './prepare-import.ts';

const PAGE = '/can-bo/giao-dich';
/** The file and what multipart writes around it. */
const UPLOAD_BYTES = TABLE_LIMITS.fileBytes + 10_000;
/** The numbers of the largest file as the form carries them. */
const NUMBERS_BYTES = 400_000;

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too-large', 'body-too-large');
    },
  });

/** Files of the one-stop system: looked at first, kept when that is confirmed. The file itself never is. */
export const importRoutes = new Hono<HttpEnvironment>()
  .post(`${PAGE}/tep`, limit(UPLOAD_BYTES), async (c) => {
    const bytes = await readUpload(c);
    const { db } = c.get('app');
    const unit = await getMainUnit(db);
    if (bytes === null) {
      return sendPreview(c, { ...NO_NUMBERS, faults: [fileFault('empty')] }, new Map(), false);
    }
    const parsed = readImport(bytes, await listCounters(db, unit.code));
    return sendPreview(c, parsed, new Map(), false);
  })
  .post(`${PAGE}/tep/luu`, limit(NUMBERS_BYTES), async (c) => {
    const fields = await parseForm(c);
    const decoded = decodeEntries(fields.get('numbers')?.[0] ?? '', fields.get('name') ?? []);
    if (decoded === null) throw new AppError('bad-request', 'import-not-whole');
    const choices = parseChoices(fields, decoded.names.length);
    const isConfirmed = fields.get('confirm')?.[0] === 'yes';
    const parsed: ParsedImport = { ...NO_NUMBERS, ...decoded };
    if (!isConfirmed) return sendPreview(c, parsed, choices, true);

    const { db, clock, random } = c.get('app');
    const { user } = getSignedIn(c);
    const unit = await getMainUnit(db);
    const prepared = await prepareImport({ db, now: clock.now() }, unit, user, decoded.entries, choices);
    if (prepared.unnamed.length > 0 || prepared.faults.length > 0)
      return sendPreview(c, parsed, choices, true);
    const proposed = prepared.entries.map(({ from, to, counter, n }) => ({ from, to, counter, n }));
    const result = await enterTransactions({ db, clock, random }, unit, user, proposed, 'imported');
    // Somebody has entered a number in between that stands in the way: the preview shows it.
    if (result.outcome !== 'kept') return sendPreview(c, parsed, choices, true);
    return c.redirect(`${PAGE}?da-luu=${result.kept}`, 303);
  });

const NO_NUMBERS: ParsedImport = {
  shape: null,
  entries: [],
  names: [],
  unfinished: 0,
  totalRows: 0,
  faults: [],
};

/** The bytes of the file; null where none was chosen. */
async function readUpload(c: Http): Promise<Uint8Array | null> {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new AppError('unsupported-type', 'form-type');
  let file: unknown;
  try {
    file = (await c.req.formData()).get('file');
  } catch {
    throw new AppError('bad-request', 'form-not-whole');
  }
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null;
  return new Uint8Array(await file.arrayBuffer());
}

function parseChoices(
  fields: ReadonlyMap<string, readonly string[]>,
  names: number,
): ReadonlyMap<number, NameChoice> {
  const choices = new Map<number, NameChoice>();
  for (let index = 0; index < names; index += 1) {
    const choice = fields.get(`choice.${index}`)?.[0] ?? '';
    if (choice === 'skip') choices.set(index, 'skip');
    else if (choice === 'all') choices.set(index, { counter: null });
    else if (/^[a-z\d]{5}$/.test(choice)) choices.set(index, { counter: choice });
  }
  return choices;
}

const choiceText = (choice: NameChoice | undefined): string => {
  if (choice === undefined) return '';
  return choice === 'skip' ? 'skip' : (choice.counter ?? 'all');
};

/** What would be kept, and everything that is wrong. `mustChoose`: names without a choice are faults now. */
async function sendPreview(
  c: Http,
  parsed: ParsedImport,
  choices: ReadonlyMap<number, NameChoice>,
  mustChoose: boolean,
): Promise<Response> {
  const { db, clock } = c.get('app');
  const { user } = getSignedIn(c);
  const unit = await getMainUnit(db);
  const counters = (await listCounters(db, unit.code)).filter(
    ({ code }) => user.counters === null || user.counters.includes(code),
  );
  const prepared = await prepareImport({ db, now: clock.now() }, unit, user, parsed.entries, choices);
  const faults: TransactionImportPageProps['faults'] = [
    ...parsed.faults,
    ...prepared.faults.map(({ code, row, entry, other }) => ({
      code,
      row,
      column: null,
      value: null,
      other: null,
      about: entry,
      ...(other ? { conflict: other } : {}),
    })),
  ];
  const isReadable = parsed.faults.length === 0 && parsed.entries.length > 0;
  const formFaults = mustChoose
    ? prepared.unnamed.map((index) => ({ field: `choice.${index}`, code: 'names-missing' }))
    : [];
  return sendStaffPage(
    c,
    (base) =>
      renderTransactionImportPage({
        ...base,
        shape: parsed.shape,
        counters: counters.map(({ code, name }) => ({ code, name })),
        isWholeUnit: user.counters === null,
        entries: prepared.entries,
        names: parsed.names.map((name, index) => ({ index, name, choice: choiceText(choices.get(index)) })),
        unfinished: parsed.unfinished,
        totalRows: parsed.totalRows,
        beforeOpening: prepared.beforeOpening,
        faults,
        formFaults,
        payload: isReadable ? encodeEntries(parsed.entries) : null,
        mustChoose: prepared.unnamed.length > 0,
      }),
    faults.length + formFaults.length === 0 ? 200 : 422,
  );
}
