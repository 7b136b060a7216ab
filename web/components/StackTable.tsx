import type { ComponentChildren } from 'preact';

interface StackTableProps {
  /** Visually hidden: sighted readers have the heading above. */
  readonly caption: string;
  readonly class?: 'figures' | 'hours';
  readonly columns: readonly string[];
  /** Rows; each cell has its column's name as `data-label`. */
  readonly children: ComponentChildren;
}

/** A table whose rows become blocks on a narrow screen. */
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
