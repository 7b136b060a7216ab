import type { ComponentChildren } from 'preact';

interface FoldProps {
  /** Unique on the page. In current browsers a link to `#id` also opens the section. */
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A collapsible section; CSS opens it in print. */
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

interface SayingFoldProps extends FoldProps {
  /** The result, shown even if the section is collapsed, so that most readers need not open it. */
  readonly said: string;
}

export const SayingFold = ({ id, heading, said, children }: SayingFoldProps) => (
  <details class="card fold">
    <summary>
      <h2>{heading}</h2> <span class="soft">{said}</span>
    </summary>
    <div id={id}>{children}</div>
  </details>
);
