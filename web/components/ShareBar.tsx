interface ShareBarProps {
  /** 0–100. */
  readonly percent: number;
  /** Marked on the bar; null: none set. */
  readonly target: number | null;
}

const HEIGHT = 12;

/** A bar that repeats the adjacent figure, so it is hidden from screen readers. */
export function ShareBar({ percent, target }: ShareBarProps) {
  const at = target === null ? null : { x1: `${target}%`, x2: `${target}%`, y1: 0, y2: HEIGHT };
  return (
    <svg class="share-bar" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      <rect class="bar-track" x="0" y="0" width="100%" height={HEIGHT} />
      <rect class="bar-fill" x="0" y="0" width={`${percent}%`} height={HEIGHT} />
      {at === null ? null : (
        <>
          <line class="mark-halo" {...at} />
          <line class="mark" {...at} />
        </>
      )}
    </svg>
  );
}
