// Finds the groups of people whose answers a reader can compute exactly, by adding and subtracting published figures.
// Each figure is a row of a matrix: how many answers of each block of people it contains. A group can be computed if
// its own row is a linear combination of these rows, that is, if it is orthogonal to their null space.

/** Numerator and denominator, in lowest terms; the denominator is positive. */
type Rational = readonly [bigint, bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
function rational(n: bigint, d: bigint): Rational {
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  return [n / common, d / common];
}
const ZERO: Rational = [0n, 1n];
const minus = (a: Rational, b: Rational) => rational(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
const plus = (a: Rational, b: Rational) => rational(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const times = (a: Rational, b: Rational) => rational(a[0] * b[0], a[1] * b[1]);
const over = (a: Rational, b: Rational) => rational(a[0] * b[1], a[1] * b[0]);

/** Brings the rows into reduced row echelon form, and returns the pivot column of each. */
function reduce(
  rows: readonly (readonly number[])[],
  width: number,
): { rows: Rational[][]; pivots: number[] } {
  const left = rows.map((row) => row.map((n): Rational => [BigInt(n), 1n]));
  const done: Rational[][] = [];
  const pivots: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const at = left.findIndex((row) => (row[column] as Rational)[0] !== 0n);
    if (at < 0) continue;
    const [found] = left.splice(at, 1) as [Rational[]];
    const lead = found[column] as Rational;
    const pivot = found.map((n) => over(n, lead));
    const clear = (row: Rational[]): Rational[] => {
      const factor = row[column] as Rational;
      return factor[0] === 0n
        ? row
        : row.map((n, index) => minus(n, times(factor, pivot[index] as Rational)));
    };
    for (const list of [left, done]) for (const [index, row] of list.entries()) list[index] = clear(row);
    done.push(pivot);
    pivots.push(column);
  }
  return { rows: done, pivots };
}

/** One element per column: its coordinates in a basis of the null space. */
function nullSpace(rows: readonly (readonly number[])[], width: number): Rational[][] {
  const reduced = reduce(rows, width);
  const free = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !reduced.pivots.includes(column),
  );
  return Array.from({ length: width }, (_, column) => {
    const place = reduced.pivots.indexOf(column);
    if (place < 0) return free.map((other): Rational => (other === column ? [1n, 1n] : ZERO));
    return free.map((other) => minus(ZERO, (reduced.rows[place] as Rational[])[other] as Rational));
  });
}

/**
 * Groups of fewer than `size` people that can be computed, as lists of indices. `figures` has a row per
 * published figure: 1 if the person's answer is in it, otherwise 0.
 */
export function findComputableGroups(
  figures: readonly (readonly number[])[],
  people: number,
  size = 5,
): number[][] {
  // People who are in exactly the same figures form one block: no figure distinguishes them.
  const blocks = new Map<string, number[]>();
  for (let person = 0; person < people; person += 1) {
    const signature = figures.map((row) => row[person]).join('');
    blocks.set(signature, [...(blocks.get(signature) ?? []), person]);
  }
  const members = [...blocks.values()];
  const rows = figures.map((row) => members.map((block) => row[block[0] as number] as number));
  const coordinates = nullSpace(rows, members.length);
  const small = members.flatMap((block, index) => (block.length < size ? [index] : []));
  const found: number[][] = [];
  const extend = (chosen: readonly number[], sum: readonly Rational[], count: number, next: number): void => {
    if (chosen.length > 0 && sum.every(([n]) => n === 0n)) {
      found.push(chosen.flatMap((index) => members[index] as number[]));
      return;
    }
    for (let place = next; place < small.length; place += 1) {
      const index = small[place] as number;
      const total = count + (members[index] as number[]).length;
      if (total >= size) continue;
      const added = (coordinates[index] as Rational[]).map((n, at) => plus(n, sum[at] ?? ZERO));
      extend([...chosen, index], added, total, place + 1);
    }
  };
  extend([], [], 0, 0);
  return found;
}
