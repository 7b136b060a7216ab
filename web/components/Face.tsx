/** Mouth and brows by level (1 is the worst), in a 32 × 32 view box. */
const FEATURES = {
  '1': 'M9.5 24q6.5-8 13 0M8 9.5l4.5 2.5M24 9.5l-4.5 2.5',
  '2': 'M10.5 22.5q5.5-4 11 0',
  '3': 'M10.5 21h11',
  '4': 'M10.5 19.5q5.5 4.5 11 0',
  '5': 'M8.5 18h15q-1 7.5-7.5 7.5t-7.5-7.5z',
} as const;

/** Defines the five faces for `Face`; shape and words distinguish the levels, never colour. */
export function FaceSymbols() {
  return (
    <svg class="symbols" aria-hidden="true">
      {Object.entries(FEATURES).map(([level, path]) => (
        <symbol key={level} id={`f${level}`} viewBox="0 0 32 32">
          <circle cx="16" cy="16" r="14" />
          <path d={path} />
          <path class="eyes" d="M11 13.5v1M21 13.5v1" />
        </symbol>
      ))}
    </svg>
  );
}

/** A face is always next to words, so it is hidden from screen readers. */
export function Face({ level }: { readonly level: keyof typeof FEATURES }) {
  return (
    <svg aria-hidden="true">
      <use href={`#f${level}`} />
    </svg>
  );
}
