import { GROUP_SIZE } from '../tally/headline-step.ts';
import { findSuppressed, sumBy } from './suppress.ts';

/** Number of ballots by row (such as a week) and column (such as a counter). */
export type CountTable = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function tabulate(entries: Iterable<readonly [row: string, column: string, n: number]>): CountTable {
  const table = new Map<string, Map<string, number>>();
  for (const [name, column, n] of entries) {
    const row = table.get(name) ?? new Map<string, number>();
    table.set(name, row);
    row.set(column, (row.get(column) ?? 0) + n);
  }
  return table;
}

type Arcs = ReadonlyMap<string, Map<string, number>>;

/**
 * Whether adding and subtracting row and column sums can isolate a group of one to four ballots. The groups
 * that can be isolated correspond to cuts of the bipartite graph of rows and columns; the smallest is found
 * as a minimum cut (Ford and Fulkerson 1956).
 */
export function hasSmallCut(table: CountTable): boolean {
  const arcs = makeArcs(table);
  const seen = new Set<string>();
  for (const root of arcs.keys()) {
    if (seen.has(root)) continue;
    for (const other of reachedFrom(arcs, root)) {
      seen.add(other);
      if (other === root) continue;
      if (isCutSmall(arcs, root, other) || isCutSmall(arcs, other, root)) return true;
    }
  }
  return false;
}

/**
 * Arcs of the flow network. The capacity from row to column is the number of ballots; from column to row it
 * is unlimited. The prefixes keep row and column names distinct.
 */
function makeArcs(table: CountTable): Arcs {
  const arcs = new Map<string, Map<string, number>>();
  const arcsOf = (vertex: string) => {
    const known = arcs.get(vertex) ?? new Map<string, number>();
    arcs.set(vertex, known);
    return known;
  };
  for (const [row, cells] of table) {
    for (const [column, ballots] of cells) {
      if (ballots === 0) continue;
      arcsOf(`row ${row}`).set(`column ${column}`, ballots);
      arcsOf(`column ${column}`).set(`row ${row}`, Number.POSITIVE_INFINITY);
    }
  }
  return arcs;
}

function reachedFrom(arcs: Arcs, start: string): Set<string> {
  const reached = new Set([start]);
  for (const vertex of reached) {
    for (const [next, capacity] of arcs.get(vertex) ?? []) if (capacity > 0) reached.add(next);
  }
  return reached;
}

/** Whether the maximum flow between two connected vertices is below five. */
function isCutSmall(arcs: Arcs, from: string, to: string): boolean {
  const left = new Map([...arcs].map(([vertex, out]) => [vertex, new Map(out)]));
  for (let flow = 0; flow < GROUP_SIZE; ) {
    const path = findPath(left, from, to);
    if (path === null) return true;
    const width = Math.min(...path.map(([a, b]) => left.get(a)?.get(b) ?? 0));
    for (const [a, b] of path) {
      const forth = left.get(a) as Map<string, number>;
      const back = left.get(b) as Map<string, number>;
      forth.set(b, (forth.get(b) ?? 0) - width);
      back.set(a, (back.get(a) ?? 0) + width);
    }
    flow += width;
  }
  return false;
}

/** Breadth-first: a shortest path with remaining capacity, or null. */
function findPath(arcs: Arcs, from: string, to: string): [string, string][] | null {
  const before = new Map<string, string>();
  const reached = new Set([from]);
  for (const vertex of reached) {
    for (const [next, capacity] of arcs.get(vertex) ?? []) {
      if (capacity <= 0 || reached.has(next)) continue;
      reached.add(next);
      before.set(next, vertex);
    }
  }
  if (!reached.has(to)) return null;
  const path: [string, string][] = [];
  for (let vertex = to; vertex !== from; ) {
    const previous = before.get(vertex) as string;
    path.unshift([previous, vertex]);
    vertex = previous;
  }
  return path;
}

/**
 * Columns that must not be shown beside the row sums: those that `findSuppressed` suppresses beside the
 * total, then the smallest remaining columns until no group of one to four ballots can be isolated.
 */
export function findDisclosiveColumns(table: CountTable): ReadonlySet<string> {
  const totals = sumBy(
    [...table.values()].flatMap((cells) => [...cells]),
    ([column]) => column,
    ([, ballots]) => ballots,
  );
  const hidden = new Set(findSuppressed(totals));
  const shown = [...totals]
    .filter(([column]) => !hidden.has(column))
    .sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1))
    .map(([column]) => column);
  while (shown.length > 0 && hasSmallCut(mergeColumns(table, hidden))) hidden.add(shown.shift() as string);
  return hidden;
}

const mergeColumns = (table: CountTable, merged: ReadonlySet<string>): CountTable =>
  tabulate(
    [...table].flatMap(([row, cells]) =>
      [...cells].map(([column, n]) => [row, merged.has(column) ? '' : column, n] as const),
    ),
  );
