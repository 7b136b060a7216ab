import type { ComponentChildren } from 'preact';

interface FigureTableProps {
  /** The first is above the names of the rows, the others are above numbers. */
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}

export const FigureTable = ({ columns, children }: FigureTableProps) => (
  <table class="figures">
    <thead>
      <tr>
        {columns.map((column, index) => (
          <th key={column} scope="col" class={index === 0 ? undefined : 'number'}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
