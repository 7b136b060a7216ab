import type { FigureMessages } from '../messages/figures.vi.ts';

const LEGEND = [
  { level: '1', fill: 'fill-level-1' },
  { level: '2', fill: 'fill-level-2' },
  { level: '3', fill: 'fill-neutral' },
  { level: '4', fill: 'fill-level-4' },
  { level: '5', fill: 'fill-level-5' },
] as const;

/**
 * Also defines the hatching that the level bars refer to, so a page with bars needs it exactly once. Dissatisfied is
 * hatched and satisfied plain, so that colour alone never distinguishes them.
 */
export function LevelLegend({ words }: { readonly words: FigureMessages }) {
  return (
    <>
      <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
        <defs>
          <pattern
            id="hatch-2"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="hatch-paper" width="6" height="6" />
            <rect class="hatch-ink" width="1.5" height="6" />
          </pattern>
          <pattern
            id="hatch-1"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="hatch-paper" width="6" height="6" />
            <rect class="hatch-ink" width="4" height="6" />
          </pattern>
        </defs>
      </svg>
      <ul class="legend">
        {LEGEND.map(({ level, fill }) => (
          <li key={level}>
            <svg width="18" height="18" aria-hidden="true" focusable="false">
              <rect class={fill} x="1" y="1" width="16" height="16" />
            </svg>{' '}
            {words.levels[level]}
          </li>
        ))}
      </ul>
    </>
  );
}
