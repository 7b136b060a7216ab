import { formatTarget } from '../formatting/numbers.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { SipasView } from '../types/report-view.ts';

interface SipasLineProps {
  /** null: not entered. */
  readonly sipas: SipasView | null;
}

/** Labelled as measured by another method, with its source. */
export function SipasLine({ sipas }: SipasLineProps) {
  if (sipas === null) return null;
  const { year, percent, source } = sipas;
  return <p class="note">{leaderVi.sipas.line(year, formatTarget(percent, 'vi'), source)}</p>;
}
