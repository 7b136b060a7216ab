import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';

/** One line of the list: an installation, or a unit whose files are handed over. */
export interface Source {
  readonly name: string;
  /** Null: it is not reached by network. */
  readonly address: string | null;
  readonly key: string;
  /** Codes, official codes or installations by which a file is recognised; may be empty. */
  readonly units: readonly string[];
}

const KEY = /^hl_[0-9A-Za-z]{43}$/;
const rowSchema = z.object({
  name: z.string().min(1).max(200),
  address: z.string().max(500).default(''),
  key: z.string().max(200).default(''),
  units: z.string().default(''),
});

/**
 * Reads a CSV with the columns name, address, key (a key, or the name of an environment variable) and, optionally,
 * units.
 * @throws AppError `invalid`: names the line, never a key.
 */
export function parseSourceList(text: string, environment: Readonly<Record<string, string | undefined>>) {
  const rows: unknown[] = parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true });
  const names = new Set<string>();
  let hasKeys = false;
  const sources = rows.map((row, index): Source => {
    const fail = (code: string) => new AppError('invalid', code, { line: index + 2 });
    const { success, data } = rowSchema.safeParse(row);
    if (!success || names.has(data.name)) throw fail('list-row');
    names.add(data.name);
    const units = data.units.split(/[\s;]+/).filter((unit) => unit !== '');
    if (data.address === '') return { name: data.name, address: null, key: '', units };
    if (!/^https?:$/.test(URL.parse(data.address)?.protocol ?? '')) throw fail('list-address');
    const isLiteral = KEY.test(data.key);
    hasKeys ||= isLiteral;
    const key = isLiteral ? data.key : (environment[data.key] ?? '');
    if (!KEY.test(key)) throw fail('list-key');
    return { name: data.name, address: data.address.replace(/\/*$/, '/'), key, units };
  });
  return { sources, hasKeys };
}
