import type { ComponentChildren } from 'preact';

interface FoldProps {
  /** Unique on the page: an address that ends in `#id` leads to the part and, in today's browsers, unfolds it. */
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A part of a page that is folded until somebody wants it; on paper it is open. */
export function Fold({ id, heading, children }: FoldProps) {
  return (
    <details class="fold">
      <summary>
        <h2>{heading}</h2>
      </summary>
      <div id={id}>{children}</div>
    </details>
  );
}
