import type { ComponentChildren } from 'preact';

interface FrameProps {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Lets a wide table scroll by touch, mouse and keyboard. */
export const ScrollFrame = ({ label, class: className = 'scroll', children }: FrameProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
  <section class={className} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
