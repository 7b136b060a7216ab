import { formatCount } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import { FigureTable } from './FigureTable.tsx';

interface CountTableProps {
  readonly nameColumn: string;
  readonly countColumn: string;
  /** `count` is null if it is suppressed. */
  readonly rows: readonly { readonly id: string; readonly name: string; readonly count: number | null }[];
  readonly words: FigureMessages;
}

export function CountTable({ nameColumn, countColumn, rows, words }: CountTableProps) {
  return (
    <div class="scroll">
      <FigureTable columns={[nameColumn, countColumn]}>
        {rows.map(({ id, name, count }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td class="number">{count === null ? words.suppressed : formatCount(count, words.locale)}</td>
          </tr>
        ))}
      </FigureTable>
    </div>
  );
}
