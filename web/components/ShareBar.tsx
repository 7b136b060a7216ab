interface ShareBarProps {
  /** 0–100. */
  readonly percent: number;
}

/** A bar that repeats the adjacent figure, so it is hidden from screen readers. */
export function ShareBar({ percent }: ShareBarProps) {
  return (
    <svg class="share-bar" width="100%" height="12" aria-hidden="true" focusable="false">
      <rect class="bar-track" x="0" y="0" width="100%" height="12" />
      <rect class="bar-fill" x="0" y="0" width={`${percent}%`} height="12" />
    </svg>
  );
}
