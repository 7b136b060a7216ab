import { Hono } from 'hono';
import { renderTransactionReadPage } from '../../web/pages/TransactionReadPage.tsx';
import { renderTransactionRefusedPage } from '../../web/pages/TransactionRefusedPage.tsx';
import { renderTransactionResultPage } from '../../web/pages/TransactionResultPage.tsx';
import { renderTransactionSavedPage } from '../../web/pages/TransactionSavedPage.tsx';
import type { Mapping, PreparedImport, ReadImport } from '../../web/types/transaction-import.ts';
import { recordAct } from '../act/record-act.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, limitBody, parseForm } from '../http/form-body.ts';
import { parseUpload } from '../http/upload.ts';
import { dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { normaliseLine, truncateText } from '../lib/text.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import type { Unit } from '../unit/unit.ts';
import { enterTransactions } from './enter-transactions.ts';
import { listImportedAt } from './entry.store.ts';
import type { HeldUpload } from './held-uploads.ts';
import { LIMITS } from './import/sheet.ts';
import { type AnswerFault, type Place, parseAnswers, parseMapping, parsePlace } from './import-form.ts';
import { prepareImport } from './prepare-import.ts';
import { forgetMapping, loadMappings, rememberMapping } from './remember-mapping.ts';
import { undoImport } from './undo-import.ts';

const PAGE = '/can-bo/giao-dich';
const FILE = `${PAGE}/tep`;
const STYLE = 'transactions.css';
const uploadLimit = limitBody(LIMITS.fileBytes + 10_000);

/**
 * Import of files that the one-stop system exported: a person answers how to read the file, reviews the numbers,
 * and saves them. Between these steps the file is kept in memory only.
 */
export const importRoutes = new Hono<HttpEnvironment>()
  .post(FILE, uploadLimit, async (c) => {
    const file = (await parseUpload(c)).get('file');
    if (file === undefined || typeof file === 'string') return sendRefused(c, 'empty', null);
    const { db, clock, random, uploads } = c.get('app');
    const { user } = getSignedIn(c);
    const name = truncateText(normaliseLine(file.name), 80);
    const held = uploads.hold(user.id, name, file.bytes, clock.now());
    if (held === 'too-many') {
      await inTransaction(db, (trx) =>
        recordAct(trx, { clock, random }, user, 'transaction-files-refused', {}),
      );
      return sendRefused(c, 'too-many-files', null, 429);
    }
    const read = await readHeld(c, held, { sheet: null, headingRow: null }, null);
    if ('refused' in read) return sendRefused(c, read.refused, read.row);
    return c.redirect(`${FILE}/${held.id}`, 303);
  })
  .get(`${FILE}/da-luu`, (c) => sendSaved(c))
  .post(`${FILE}/hoan-tac`, formLimit, async (c) => {
    const { db, clock, random } = c.get('app');
    const fields = await parseForm(c);
    const unit = await getMainUnit(db);
    const result = await undoImport(
      { db, clock, random },
      unit,
      getSignedIn(c).user,
      fields.get('luc')?.[0] ?? '',
    );
    const undone = result.outcome === 'kept' ? result.kept : 0;
    return c.redirect(`${PAGE}?da-luu=${undone}`, 303);
  })
  .post(`${FILE}/quen`, formLimit, async (c) => {
    const { db } = c.get('app');
    const fields = await parseForm(c);
    await forgetMapping(db, (await getMainUnit(db)).code, fields.get('cach')?.[0] ?? '');
    return c.redirect(PAGE, 303);
  })
  .get(`${FILE}/:upload`, async (c) => {
    const held = findHeld(c);
    if (held === null) return sendRefused(c, 'forgotten', null, 410);
    const place = parsePlace(c.req.query('trang'), c.req.query('dong'));
    const read = await readHeld(c, held, place, null);
    if ('refused' in read) return sendRefused(c, read.refused, read.row);
    const isAsked = c.req.query('hoi') !== undefined || place.sheet !== null || place.headingRow !== null;
    if (read.isRemembered && read.mapping !== null && !isAsked)
      return sendResult(c, held, read, read.mapping, false);
    return sendQuestions(c, held, read, []);
  })
  .post(`${FILE}/:upload`, formLimit, async (c) => {
    const held = findHeld(c);
    if (held === null) return sendRefused(c, 'forgotten', null, 410);
    const fields = await parseForm(c);
    const place = parsePlace(fields.get('trang')?.[0], fields.get('dong')?.[0]);
    const isCarried = fields.has('mapping');
    const carried = isCarried ? parseMapping(fields) : null;
    if (isCarried && carried === null) throw new AppError('bad-request', 'import-not-whole');
    const asked = await readHeld(c, held, place, carried);
    if ('refused' in asked) return sendRefused(c, asked.refused, asked.row);
    if (carried !== null && asked.mapping !== null) {
      if (fields.get('confirm')?.[0] === 'yes') return save(c, held, asked, carried);
      return sendResult(c, held, asked, carried, fields.has('chosen'));
    }
    const answers = parseAnswers(fields, asked);
    if ('faults' in answers) return sendQuestions(c, held, asked, answers.faults, fields);
    const read = await readHeld(c, held, place, answers.mapping);
    if ('refused' in read) return sendRefused(c, read.refused, read.row);
    return sendResult(c, held, read, answers.mapping, false);
  });

function findHeld(c: Http): HeldUpload | null {
  const { uploads, clock } = c.get('app');
  return uploads.find(c.req.param('upload') ?? '', getSignedIn(c).user.id, clock.now());
}

async function readHeld(c: Http, held: HeldUpload, place: Place, mapping: Mapping | null) {
  const { db, clock, importReader } = c.get('app');
  const unit = await getMainUnit(db);
  const request = {
    ...place,
    fileName: held.name,
    unit: unit.name,
    mapping,
    remembered: await loadMappings(db, unit.code),
  };
  const counters = await listCounters(db, unit.code);
  const read = await importReader.read(held.bytes, request, counters, dayOf(clock.now()));
  return read === 'busy' ? ({ refused: 'busy', row: null } as const) : read;
}

const sendRefused = (
  c: Http,
  code: string,
  row: number | null,
  status: 410 | 422 | 429 = 422,
): Promise<Response> =>
  sendStaffPage(c, (base) => renderTransactionRefusedPage({ ...base, code, row }), status, STYLE);

async function sendQuestions(
  c: Http,
  held: HeldUpload,
  read: ReadImport,
  faults: readonly AnswerFault[],
  fields: ReadonlyMap<string, readonly string[]> | null = null,
): Promise<Response> {
  const typed = (name: string) => fields?.get(name) ?? null;
  const number = (name: string, proposed: number | null) =>
    fields === null ? proposed : Number(typed(name)?.[0] ?? -1);
  const { proposal } = read;
  return sendStaffPage(
    c,
    (base) =>
      renderTransactionReadPage({
        ...base,
        fileName: held.name,
        action: `${FILE}/${held.id}`,
        read,
        chosen: {
          kind: typed('kind')?.[0] ?? proposal.kind,
          date: number('date', proposal.date),
          counter: number('counter', proposal.counter ?? -1),
          counts:
            fields === null
              ? (proposal.counts ?? [])
              : [...(typed('counts') ?? []), ...(typed('count') ?? [])].map(Number),
          order: typed('order')?.[0] ?? null,
          unfamiliar: typed('unfamiliar')?.[0] ?? null,
        },
        faults,
      }),
    faults.length === 0 ? 200 : 422,
    STYLE,
  );
}

const prepare = (c: Http, unit: Unit, read: ReadImport, mapping: Mapping): Promise<PreparedImport> =>
  prepareImport(
    { db: c.get('app').db, now: c.get('app').clock.now() },
    unit,
    getSignedIn(c).user,
    read.numbers?.entries ?? [],
    mapping.names,
  );

/** Whether the person must still assign a name to a counter, or decide whether rows with some state count. */
const isOpen = (read: ReadImport, { names }: PreparedImport): boolean =>
  names.some(({ choice }) => choice === null) || (read.numbers?.states.length ?? 0) > 0;

/** Shows the preview. `isChosen`: the form was submitted, so a missing choice is a fault. */
async function sendResult(
  c: Http,
  held: HeldUpload,
  read: ReadImport,
  mapping: Mapping,
  isChosen: boolean,
): Promise<Response> {
  const { db } = c.get('app');
  const { user } = getSignedIn(c);
  const unit = await getMainUnit(db);
  const prepared = await prepare(c, unit, read, mapping);
  const counters = (await listCounters(db, unit.code)).filter(
    ({ code }) => user.counters === null || user.counters.includes(code),
  );
  const isFaulty = isChosen && isOpen(read, prepared);
  return sendStaffPage(
    c,
    (base) =>
      renderTransactionResultPage({
        ...base,
        fileName: held.name,
        action: `${FILE}/${held.id}`,
        read,
        mapping,
        prepared,
        counters: counters.map(({ code, name }) => ({ code, name })),
        isWholeUnit: user.counters === null,
        isFaulty,
      }),
    isFaulty ? 422 : 200,
    STYLE,
  );
}

async function save(c: Http, held: HeldUpload, read: ReadImport, mapping: Mapping): Promise<Response> {
  const { db, clock, random, uploads } = c.get('app');
  const { user } = getSignedIn(c);
  const unit = await getMainUnit(db);
  const prepared = await prepare(c, unit, read, mapping);
  if (isOpen(read, prepared) || prepared.entries.length === 0) {
    return sendResult(c, held, read, mapping, true);
  }
  const proposed = prepared.entries.map(({ from, to, counter, n }) => ({ from, to, counter, n }));
  const result = await enterTransactions({ db, clock, random }, unit, user, proposed, 'imported');
  // A conflicting number was entered meanwhile; the preview shows it.
  if (result.outcome !== 'kept') return sendResult(c, held, read, mapping, true);
  await rememberMapping(db, unit.code, read.fingerprint, { ...mapping, trusted: [] });
  uploads.drop(held.id);
  const query = new URLSearchParams({ luc: result.enteredAt, cach: read.fingerprint });
  return c.redirect(`${FILE}/da-luu?${query}`, 303);
}

async function sendSaved(c: Http): Promise<Response> {
  const { db } = c.get('app');
  const { user } = getSignedIn(c);
  const unit = await getMainUnit(db);
  const enteredAt = c.req.query('luc') ?? '';
  const fingerprint = c.req.query('cach') ?? '';
  const saved = await listImportedAt(db, unit.code, user.name, enteredAt);
  const isRemembered = fingerprint in (await loadMappings(db, unit.code));
  return sendStaffPage(
    c,
    (base) =>
      renderTransactionSavedPage({
        ...base,
        saved,
        enteredAt,
        fingerprint: isRemembered ? fingerprint : null,
      }),
    200,
    STYLE,
  );
}
