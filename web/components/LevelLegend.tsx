import type { FigureMessages } from '../messages/figures.vi.ts';

const LEGEND = [
  { level: '5', fill: 'fill-level-5' },
  { level: '4', fill: 'fill-level-4' },
  { level: '3', fill: 'fill-neutral' },
  { level: '2', fill: 'fill-level-2' },
  { level: '1', fill: 'fill-level-1' },
] as const;

export function LevelLegend({ words }: { readonly words: FigureMessages }) {
  return (
    <ul class="legend">
      {LEGEND.map(({ level, fill }) => (
        <li key={level}>
          <svg width="14" height="14" aria-hidden="true" focusable="false">
            <rect class={fill} x=".5" y=".5" width="13" height="13" />
          </svg>{' '}
          {words.levels[level].toLocaleLowerCase(words.locale)}
        </li>
      ))}
    </ul>
  );
}
