import { leaderVi } from '../messages/leader.vi.ts';
import type { FixFirstView } from '../types/report-view.ts';

interface FixFirstListProps {
  /** Items that those not satisfied marked low, most first. */
  readonly items: readonly FixFirstView[];
  /** Questions in words by id. */
  readonly itemNames: Readonly<Record<string, string>>;
}

/** No more than these: a list of everything says nothing of what comes first. */
const LISTED = 5;

/** What to mend first: how many of those not satisfied marked each item low, without claiming a cause. */
export function FixFirstList({ items, itemNames }: FixFirstListProps) {
  const { fixFirst } = leaderVi;
  const [first] = items;
  if (!first) return null;
  return (
    <>
      <p>{fixFirst.intro(first.dissatisfied_total)}</p>
      <ol class="facts">
        {items.slice(0, LISTED).map(({ item, marked_low }) => (
          <li key={item}>
            {itemNames[item] ?? item}: <strong>{fixFirst.entry(marked_low)}</strong>
          </li>
        ))}
      </ol>
      <p class="soft">{fixFirst.note}</p>
    </>
  );
}
