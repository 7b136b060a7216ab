import type { ImportedCounter } from './parsed-import.ts';
import { foldWords } from './table.ts';

/** Finds counters by the names that a file uses, and keeps those that are none of the unit's. */
export class CounterNames {
  readonly #codes: ReadonlyMap<string, string>;
  readonly #unknown = new Map<string, number>();
  readonly #names: string[] = [];

  constructor(counters: readonly { readonly code: string; readonly name: string }[]) {
    this.#codes = new Map(
      counters.flatMap(({ code, name }) => [[code, code] as const, [foldWords(name), code] as const]),
    );
  }

  /** The counter of a name; two names that differ in marks and case alone are one. */
  find(name: string): ImportedCounter {
    const folded = foldWords(name);
    const code = this.#codes.get(folded);
    if (code !== undefined) return { code };
    const known = this.#unknown.get(folded);
    if (known !== undefined) return { name: known };
    this.#unknown.set(folded, this.#names.length);
    this.#names.push(name.trim().slice(0, 120).trim());
    return { name: this.#names.length - 1 };
  }

  /** The names that are none of the unit's counters, by number. */
  get unknown(): readonly string[] {
    return this.#names;
  }
}

/** The same text for the same counter. */
export const importedCounterId = (counter: ImportedCounter): string => {
  if (counter === null) return 'all';
  return 'code' in counter ? counter.code : `.${counter.name}`;
};
