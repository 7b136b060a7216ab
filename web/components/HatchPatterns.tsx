/**
 * SVG patterns to which bars refer by id; a page with bars renders them exactly once. Dissatisfied is
 * hatched, so that bars do not depend on colour.
 */
export const HatchPatterns = () => (
  <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="hatch-2" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-paper" width="6" height="6" />
        <rect class="hatch-ink" width="1.5" height="6" />
      </pattern>
      <pattern id="hatch-1" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-paper" width="6" height="6" />
        <rect class="hatch-ink" width="4" height="6" />
      </pattern>
    </defs>
  </svg>
);
