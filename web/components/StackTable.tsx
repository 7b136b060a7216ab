import type { ComponentChildren } from 'preact';

interface StackTableProps {
  /** For people who hear the page; those who see it read the heading above. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The rows, whose cells carry their column's name as `data-label`. */
  readonly children: ComponentChildren;
}

/** A table whose rows become blocks on a narrow screen. */
export function StackTable({ caption, columns, children }: StackTableProps) {
  return (
    <table class="stack">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
