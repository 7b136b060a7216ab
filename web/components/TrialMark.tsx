/**
 * Large outlined letters across the poster. SVG and not a background, so that it is printed where backgrounds are
 * off; outlined, so that the text under it stays readable.
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
