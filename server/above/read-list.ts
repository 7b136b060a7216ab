import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';

/** One line of the list of offices whose reports are added up. */
export interface Source {
  readonly name: string;
  /** Null when the office hands over files instead of being reached by network. */
  readonly address: string | null;
  readonly key: string;
  /** Codes or installation ids of the units that the source may report; empty: any unit. */
  readonly units: readonly string[];
}

const KEY = /^hl_[0-9A-Za-z]{43}$/;
const rowSchema = z.object({
  name: z.string().min(1).max(200),
  address: z.string().max(500).default(''),
  key: z.string().max(200).default(''),
  units: z.string().default(''),
});

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses a CSV with the columns name, address, key (a key, or the name of an environment variable) and, optionally,
 * units.
 * @throws AppError `invalid` with the line number; the message never contains a key.
 */
export function parseSourceList(text: string, environment: Environment) {
  const rows = parseRows(text);
  if (rows.length === 0) throw new AppError('invalid', 'list-empty');
  const names = new Set<string>();
  let hasKeys = false;
  const sources = rows.map((row, index): Source => {
    const fail = (code: string) => new AppError('invalid', code, { line: index + 2 });
    const { success, data } = rowSchema.safeParse(row);
    if (!success || names.has(data.name)) throw fail('list-row');
    names.add(data.name);
    const units = data.units.split(/[\s;]+/).filter((unit) => unit !== '');
    if (data.address === '') return { name: data.name, address: null, key: '', units };
    const isLiteral = KEY.test(data.key);
    hasKeys ||= isLiteral;
    const key = isLiteral ? data.key : (environment[data.key] ?? '');
    if (!KEY.test(key)) throw fail('list-key');
    const address = URL.parse(data.address);
    if (
      address === null ||
      !/^https?:$/.test(address.protocol) ||
      address.username + address.password !== ''
    ) {
      throw fail('list-address');
    }
    if (!isPrivate(address, environment)) throw fail('list-http');
    return { name: data.name, address: data.address.replace(/\/*$/, '/'), key, units };
  });
  return { sources, hasKeys };
}

/** Over plain http, others in the network could read the API key. */
const isPrivate = ({ protocol, hostname }: URL, { ALLOW_HTTP }: Environment): boolean =>
  protocol === 'https:' || /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname) || ALLOW_HTTP === 'on';

/** Accepts semicolons and tabs, too, which Excel writes where the comma is the decimal sign. */
function parseRows(text: string): unknown[] {
  const [heading = ''] = text.split('\n', 1);
  const delimiter = ['\t', ';'].find((sign) => heading.includes(sign)) ?? ',';
  const columns = (names: string[]): string[] => names.map((name) => name.toLowerCase());
  try {
    return parse(text, { bom: true, columns, delimiter, trim: true, skip_empty_lines: true });
  } catch (error) {
    // The CSV parser's message is not used, because it may quote the field with the API key.
    throw new AppError('invalid', 'list-row', { line: Number((error as { lines?: unknown }).lines) || 1 });
  }
}
