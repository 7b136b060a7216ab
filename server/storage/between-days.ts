import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Day } from '../lib/day.ts';
import type { Database } from './schema.ts';

/** Condition for any table with `unit_code` and `day`; both days included. */
export function betweenDays(unitCode: string, from: Day, to: Day): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'tallies'>();
  return eb.and([eb('unit_code', '=', unitCode), eb('day', '>=', from), eb('day', '<=', to)]);
}
