interface ShareBarProps {
  /** 0–100. */
  readonly percent: number;
  /** Percent, marked on the bar; null: no target is set. */
  readonly target: number | null;
}

const HEIGHT = 12;

/** Hidden from screen readers, because the percentage stands next to it. */
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
