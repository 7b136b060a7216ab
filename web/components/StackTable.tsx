import type { ComponentChildren } from 'preact';

interface StackTableProps {
  /** Only for screen readers, because a heading stands above the table. */
  readonly caption: string;
  readonly class?: 'figures' | 'hours';
  readonly columns: readonly string[];
  /** Rows. `data-label` of a cell is the column's name, shown on narrow screens. */
  readonly children: ComponentChildren;
}

/** On a narrow screen each row becomes a block of lines. */
export function StackTable({ caption, class: kind, columns, children }: StackTableProps) {
  return (
    <table class={kind === undefined ? 'stack' : `stack ${kind}`}>
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
