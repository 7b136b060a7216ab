import { formatCount } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';

interface CountTableProps {
  /** Headings of the two columns. */
  readonly nameColumn: string;
  readonly countColumn: string;
  /** A null count is one that is not shown. */
  readonly rows: readonly { readonly id: string; readonly name: string; readonly count: number | null }[];
  readonly words: FigureMessages;
}

/** Names with a count each; a count that is not shown says why in words. */
export function CountTable({ nameColumn, countColumn, rows, words }: CountTableProps) {
  return (
    <div class="scroll">
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{nameColumn}</th>
            <th scope="col" class="number">
              {countColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, count }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td class="number">{count === null ? words.suppressed : formatCount(count, words.locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
