/**
 * The hatching that bars refer to; a page with bars needs it exactly once. Dissatisfied is hatched and satisfied plain,
 * so that colour alone never distinguishes them.
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
