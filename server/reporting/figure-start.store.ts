import type { FigureStart } from '../disclosure/gather.ts';
import type { Db, Trx } from '../storage/schema.ts';

/** Undefined unless the data are of an earlier version. */
export const findFigureStart = (db: Db | Trx, unitCode: string): Promise<FigureStart | undefined> =>
  db
    .selectFrom('figure_starts')
    .select(['begins_on', 'first_release'])
    .where('unit_code', '=', unitCode)
    .executeTakeFirst();
