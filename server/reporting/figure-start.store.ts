import type { FigureStart } from '../disclosure/gather.ts';
import type { Db, Trx } from '../storage/schema.ts';

/** Undefined unless an earlier version stored reports of the unit (migration 015). */
export const findFigureStart = (db: Db | Trx, unitCode: string): Promise<FigureStart | undefined> =>
  db
    .selectFrom('figure_starts')
    .select(['begins_on', 'first_release'])
    .where('unit_code', '=', unitCode)
    .executeTakeFirst();
