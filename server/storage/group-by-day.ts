import type { Day } from '../lib/day.ts';

/** Rows of one unit's one day. */
export interface DayGroup<Row> {
  readonly unitCode: string;
  readonly day: Day;
  readonly rows: readonly Row[];
}

/** Rows by unit and day, in the same order in all processes, which avoids deadlocks. */
export function groupByDay<Row extends { readonly unit_code: string; readonly day: Day }>(
  rows: readonly Row[],
): DayGroup<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.unit_code}\n${row.day}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const [unitCode = '', day = ''] = key.split('\n');
      return { unitCode, day, rows: group };
    });
}
