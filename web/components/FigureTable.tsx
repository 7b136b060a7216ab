import type { ComponentChildren } from 'preact';

interface FigureTableProps {
  /** The first column has row names, the others numbers. */
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
