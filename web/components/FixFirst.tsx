import type { StaffMessages } from '../messages/staff.vi.ts';
import type { FixFirstView, IndicatorView } from '../types/report-view.ts';

interface FixFirstProps {
  readonly fixFirst: FixFirstView | null;
  readonly indicator: IndicatorView;
  /** Questions in words by id. */
  readonly itemNames: Readonly<Record<string, string>>;
  readonly words: StaffMessages;
}

/** The one thing to mend first, or why none is named. Nothing where the headline shows no counts. */
export function FixFirst({ fixFirst, indicator, itemNames, words }: FixFirstProps) {
  if (fixFirst !== null) {
    return (
      <p class="fix-first">
        {words.fixFirst.heading} <strong>{itemNames[fixFirst.item] ?? fixFirst.item}</strong>.{' '}
        {words.fixFirst.detail(fixFirst.dissatisfied_total, fixFirst.marked_low)}
      </p>
    );
  }
  const { neutral, dissatisfied, denominator, suppressed } = indicator;
  if (suppressed || neutral === null || dissatisfied === null || !denominator) return null;
  const nobody = neutral + dissatisfied === 0;
  return (
    <p class="fix-first">
      {words.fixFirst.heading} {nobody ? words.fixFirst.nobodyDissatisfied : words.fixFirst.unknown}
    </p>
  );
}
