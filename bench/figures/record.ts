import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../server/lib/project-root.ts';

/** One figure, as it is written: a line of JSON. */
export interface Figure {
  /** `get.requests`: the benchmark, then what was measured. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure as a multiple of its ceiling, measured in the same run. */
  readonly ratio_to?: number;
  /** The ceiling in the same unit. */
  readonly ceiling?: number;
  /** What the ceiling is, the spread, the aim, and what else helps to read the figure. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));

/**
 * Prints a figure as a line of JSON, for programs, and as a line of words on the other stream, for people; and
 * keeps the line in `bench/results`.
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
  const beside = ceiling === undefined ? '' : `, ceiling ${rounded(ceiling)}`;
  const ratio = ratio_to === undefined ? '' : `, ratio ${ratio_to.toFixed(2)}`;
  process.stderr.write(`  ${name}: ${rounded(value)} ${unit}${beside}${ratio}\n`);
}

/** Says on the stream for people what is being done. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** A sample with its middle and its ends, to show how far repeats lie from one another. */
export const spreadOf = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { low: rounded(sorted[0] ?? 0), high: rounded(sorted.at(-1) ?? 0), repeats: sorted.length };
};
