import { staffVi } from '../messages/staff.vi.ts';
import type { FixFirstView, IndicatorView } from '../types/report-view.ts';

interface FixFirstProps {
  readonly fixFirst: FixFirstView | null;
  readonly indicator: IndicatorView;
  /** Question text by id. */
  readonly itemNames: Readonly<Record<string, string>>;
}

/** Renders nothing where the headline's counts are suppressed. */
export function FixFirst({ fixFirst, indicator, itemNames }: FixFirstProps) {
  if (fixFirst !== null) {
    return (
      <p class="fix-first">
        {staffVi.fixFirst.heading} <strong>{itemNames[fixFirst.item] ?? fixFirst.item}</strong>.{' '}
        {staffVi.fixFirst.detail(fixFirst.dissatisfied_total, fixFirst.marked_low)}
      </p>
    );
  }
  const { neutral, dissatisfied, denominator, suppressed } = indicator;
  if (suppressed || neutral === null || dissatisfied === null || !denominator) return null;
  const nobody = neutral + dissatisfied === 0;
  return (
    <p class="fix-first">
      {staffVi.fixFirst.heading} {nobody ? staffVi.fixFirst.nobodyDissatisfied : staffVi.fixFirst.unknown}
    </p>
  );
}
