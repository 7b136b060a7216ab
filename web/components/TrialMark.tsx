/**
 * Large outlined letters across the whole poster. Drawn, not a background, so that it is printed where
 * backgrounds are off; in outline, so that the poster's words can still be read.
 */
export function TrialMark({ text }: { readonly text: string }) {
  return (
    <svg class="trial-mark" viewBox="0 0 100 141" aria-hidden="true" focusable="false">
      <text x="50" y="70.5" dy="0.35em" text-anchor="middle" transform="rotate(-50 50 70.5)">
        {text}
      </text>
    </svg>
  );
}
