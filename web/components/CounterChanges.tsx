import { formatPoints } from '../formatting/numbers.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { ChangeView } from '../types/report-view.ts';

interface CounterChangesProps {
  readonly changes: readonly ChangeView[];
  readonly names: ReadonlyMap<string, string>;
  /** Minimum of ballots in each of the two periods for a counter to be compared. */
  readonly minimum: number;
}

export function CounterChanges({ changes, names, minimum }: CounterChangesProps) {
  const compared = changes.filter(({ difference_points }) => difference_points !== null);
  const called = compared.flatMap(({ id, called, difference_points }) =>
    called === null ? [] : [{ id, called, points: difference_points ?? 0 }],
  );
  if (compared.length === 0) return <p>{leaderVi.counters.tooFew(minimum)}</p>;
  if (called.length === 0) return <p>{leaderVi.counters.unclear}</p>;
  return (
    <>
      <p>{leaderVi.counters.heading}</p>
      <ul class="facts">
        {called.map(({ id, called, points }) => {
          const say = called === 'up' ? leaderVi.counters.up : leaderVi.counters.down;
          return (
            <li key={id}>
              <strong>{say(names.get(id) ?? id, formatPoints(points, 'vi'))}</strong>
            </li>
          );
        })}
      </ul>
    </>
  );
}
