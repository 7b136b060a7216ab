import { leaderVi } from '../messages/leader.vi.ts';
import type { FixFirstView } from '../types/report-view.ts';

interface FixFirstListProps {
  /** Sorted: the item with most low answers first. */
  readonly items: readonly FixFirstView[];
  readonly itemNames: Readonly<Record<string, string>>;
}

/** Maximum number of items; a longer list would set no priorities. */
const LISTED = 5;

/** Gives counts only, because the data do not show causes. */
export function FixFirstList({ items, itemNames }: FixFirstListProps) {
  const { fixFirst } = leaderVi;
  const [first] = items;
  if (!first) return null;
  return (
    <div class="screen-only">
      <h3>{fixFirst.heading}</h3>
      <p>{fixFirst.intro(first.dissatisfied_total)}</p>
      <ol class="facts">
        {items.slice(0, LISTED).map(({ item, marked_low }) => (
          <li key={item}>
            {itemNames[item] ?? item}: <strong>{fixFirst.entry(marked_low)}</strong>
          </li>
        ))}
      </ol>
      <p class="soft">{fixFirst.note}</p>
    </div>
  );
}
