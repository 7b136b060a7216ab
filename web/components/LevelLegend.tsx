import type { FigureMessages } from '../messages/figures.vi.ts';

const LEGEND = [
  { level: '1', fill: 'fill-level-1' },
  { level: '2', fill: 'fill-level-2' },
  { level: '3', fill: 'fill-neutral' },
  { level: '4', fill: 'fill-level-4' },
  { level: '5', fill: 'fill-level-5' },
] as const;

export function LevelLegend({ words }: { readonly words: FigureMessages }) {
  return (
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
  );
}
