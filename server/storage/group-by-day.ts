import type { Day } from '../lib/day.ts';

interface DayGroup<Row> {
  readonly unitCode: string;
  readonly day: Day;
  readonly rows: readonly Row[];
}

/** Sorted by unit and day: all processes lock days in the same order, so they cannot deadlock. */
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
