import { lockTable } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { PUBLIC_EVENTS, type PublicEvent, type PublicEventKind } from './public-event.ts';

export async function listPublicEvents(db: Db | Trx, unitCode: string): Promise<PublicEvent[]> {
  const rows = await db
    .selectFrom('public_events')
    .select(['day', 'kind', 'params'])
    .where('unit_code', '=', unitCode)
    .orderBy('position')
    .execute();
  return rows.map(({ day, kind, params }) => {
    const known = kind as PublicEventKind;
    return { day, kind: known, params: PUBLIC_EVENTS[known].parse(JSON.parse(params)) } as PublicEvent;
  });
}

/** Events of setting up the office; not published before the official start. */
const ARRANGED = /^(unit|counter)-/;

/** Events are never removed. @throws when the params do not fit the kind. */
export async function insertPublicEvent(trx: Trx, unitCode: string, event: PublicEvent): Promise<void> {
  if (ARRANGED.test(event.kind)) {
    const state = await trx.selectFrom('installation').select('official_since').executeTakeFirst();
    if (state?.official_since === null) return;
  }
  await lockTable(trx, 'public_events');
  const last = await trx
    .selectFrom('public_events')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('unit_code', '=', unitCode)
    .executeTakeFirst();
  await trx
    .insertInto('public_events')
    .values({
      unit_code: unitCode,
      position: Number(last?.position ?? 0) + 1,
      day: event.day,
      kind: event.kind,
      params: JSON.stringify(PUBLIC_EVENTS[event.kind].parse(event.params)),
    })
    .execute();
}
