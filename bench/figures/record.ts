import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../server/lib/project-root.ts';

/** A measured figure, printed as a line of JSON. */
export interface Figure {
  /** Name of the benchmark and of the figure, `get.requests`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `value` divided by `ceiling`. */
  readonly ratio_to?: number;
  /** The value without our server, measured in the same run, in `unit`. */
  readonly ceiling?: number;
  /** Spread of the repeats, aim, and what `ceiling` is. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));

/**
 * Prints a figure as JSON on standard output and as text on standard error, and appends the JSON to a file in
 * `bench/results`.
 */
export function record(figure: Figure): void {
  const { name, value, unit, ratio_to, ceiling, detail } = figure;
  const line = JSON.stringify({
    name,
    value: rounded(value),
    unit,
    ...(ratio_to === undefined ? {} : { ratio_to: Number(ratio_to.toFixed(3)) }),
    ...(ceiling === undefined ? {} : { ceiling: rounded(ceiling) }),
    ...(detail === undefined ? {} : { detail }),
  });
  process.stdout.write(`${line}\n`);
  const folder = join(findProjectRoot(), 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, 'figures.jsonl'), `${line}\n`);
  const compared = ceiling === undefined ? '' : `, ceiling ${rounded(ceiling)}`;
  const ratio = ratio_to === undefined ? '' : `, ratio ${ratio_to.toFixed(2)}`;
  process.stderr.write(`  ${name}: ${rounded(value)} ${unit}${compared}${ratio}\n`);
}

/** Standard output has figures only, so that programs can read it. */
export const logLine = (text: string): void => void process.stderr.write(`${text}\n`);

export const spreadOf = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { low: rounded(sorted[0] ?? 0), high: rounded(sorted.at(-1) ?? 0), repeats: sorted.length };
};
