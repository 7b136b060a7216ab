import type { Mapping, ReadImport } from '../../web/types/transaction-import.ts';
import { foldText } from '../lib/fold-text.ts';
import { settledMapping } from './import/propose-mapping.ts';
import { mappingSchema } from './mapping.ts';
import type { NameChoices } from './prepare-import.ts';

type Fields = ReadonlyMap<string, readonly string[]>;

/** `sheet` is counted from 0; `headingRow` is the row number that spreadsheets display, from 1. */
export interface Place {
  readonly sheet: number | null;
  readonly headingRow: number | null;
}

const parseIndex = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null;

export const parsePlace = (sheet: string | undefined, row: string | undefined): Place => ({
  sheet: parseIndex(sheet),
  headingRow: parseIndex(row),
});

/** The field of an unanswered question. */
export type AnswerFault = 'kind' | 'date' | 'count' | 'order' | 'unfamiliar';

export function parseAnswers(
  fields: Fields,
  read: ReadImport,
): { readonly mapping: Mapping } | { readonly faults: readonly AnswerFault[] } {
  const text = (name: string) => fields.get(name)?.[0];
  const isColumn = (column: number | null): column is number =>
    column !== null && column < read.columns.length;
  const kind = mappingSchema.shape.kind.safeParse(text('kind')).data ?? null;
  const date = parseIndex(text('date'));
  const counter = parseIndex(text('counter'));
  const chosen =
    kind === 'counters' ? (fields.get('counts') ?? []) : kind === 'totals' ? [text('count')] : [];
  const counts = chosen.map(parseIndex).filter(isColumn);
  const dayOrder = mappingSchema.shape.dayOrder.safeParse(text('order')).data ?? read.proposal.dayOrder;
  const faults: AnswerFault[] = [
    ...(kind === null ? (['kind'] as const) : []),
    ...(isColumn(date) ? [] : (['date'] as const)),
    ...(kind !== null && kind !== 'dossiers' && counts.length === 0 ? (['count'] as const) : []),
    ...(dayOrder === null ? (['order'] as const) : []),
    ...(read.proposal.unfamiliar.length > 0 && text('unfamiliar') !== 'yes' ? (['unfamiliar'] as const) : []),
  ];
  const { proposal } = read;
  const mapping = settledMapping({
    ...proposal,
    kind,
    date,
    until: date === proposal.date && kind !== 'dossiers' ? proposal.until : null,
    counter: isColumn(counter) ? counter : null,
    counts,
    id: kind === 'dossiers' ? proposal.id : null,
    dayOrder,
    needs: [],
  });
  return faults.length > 0 || mapping === null ? { faults } : { mapping };
}

/** Column mapping from a hidden field, updated by the choices in the form; null if malformed. */
export function parseMapping(fields: Fields): Mapping | null {
  let carried: unknown;
  try {
    carried = JSON.parse(fields.get('mapping')?.[0] ?? '');
  } catch {
    return null;
  }
  const parsed = mappingSchema.safeParse(carried);
  if (!parsed.success) return null;
  const { texts, trusted, names } = parsed.data;
  const unfinished = (fields.get('unfinished') ?? []).map((text) => [foldText(text).slice(0, 300), 'skip']);
  return (
    mappingSchema.safeParse({
      ...parsed.data,
      texts: {
        ...texts,
        ...Object.fromEntries(unfinished),
        ...parseChoices(fields, 'text', 300, /^(counts|skip)$/),
      },
      trusted: [...new Set([...trusted, ...(fields.get('trusted') ?? [])])],
      names: { ...names, ...parseChoices(fields, 'name', 120, /^(all|skip|[a-z\d]{5})$/) },
    }).data ?? null
  );
}

/**
 * Choices for texts of the file, from pairs of fields: `name.N` or `text.N` has the text, `choice.name.N` or
 * `choice.text.N` its meaning.
 */
function parseChoices(fields: Fields, kind: string, length: number, known: RegExp): NameChoices {
  const choices: Record<string, string> = {};
  for (const [field, [text = '']] of fields) {
    const choice = field.startsWith(`${kind}.`) ? (fields.get(`choice.${field}`)?.[0] ?? '') : '';
    if (known.test(choice)) choices[foldText(text).slice(0, length)] = choice;
  }
  return choices;
}
