import type { ComponentChildren } from 'preact';

interface FigureTableProps {
  /** Column headings: the first is above the row names, the others above numbers. */
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
