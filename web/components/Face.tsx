/** Mouth and brows of each level (1 is the worst), as SVG paths on 32 × 32 units. */
const FEATURES = {
  '1': 'M9.5 24q6.5-8 13 0M8 9.5l4.5 2.5M24 9.5l-4.5 2.5',
  '2': 'M10.5 22.5q5.5-4 11 0',
  '3': 'M10.5 21h11',
  '4': 'M10.5 19.5q5.5 4.5 11 0',
  '5': 'M8.5 18h15q-1 7.5-7.5 7.5t-7.5-7.5z',
} as const;

export const CIRCLE = 'M2 16a14 14 0 0028 0 14 14 0 00-28 0';
/** Three adjacent strokes per eye, so that eyes are bolder than the other lines. */
const EYES = 'M10.3 13v2h1.4v-2m8.6 0v2h1.4v-2';

/**
 * All faces have the text colour, because colours would influence the answer. Hidden from screen readers,
 * because words always stand next to a face.
 */
export function Face({ level }: { readonly level: keyof typeof FEATURES }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d={CIRCLE + EYES + FEATURES[level]} />
    </svg>
  );
}
