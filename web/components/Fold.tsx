import type { ComponentChildren } from 'preact';

interface FoldProps {
  /** Unique on the page. In current browsers a link to `#id` also opens the section. */
  readonly id: string;
  readonly heading: string;
  /** The result, shown even if the section is collapsed, so that most readers need not open it. */
  readonly said?: string;
  readonly children: ComponentChildren;
}

/** A collapsible section; CSS opens it in print. */
export const Fold = ({ id, heading, said, children }: FoldProps) => (
  <details class={said === undefined ? 'fold' : 'card fold'}>
    <summary>
      <h2>{heading}</h2>
      {said === undefined ? null : <span class="soft"> {said}</span>}
    </summary>
    <div id={id}>{children}</div>
  </details>
);
