import { formatTarget } from '../formatting/numbers.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { SipasView } from '../types/report-view.ts';

interface SipasLineProps {
  /** null: no figure was entered. */
  readonly sipas: SipasView | null;
}

/** The province's SIPAS figure, labelled with its source and as measured by another method. */
export function SipasLine({ sipas }: SipasLineProps) {
  if (sipas === null) return null;
  const { year, percent, source } = sipas;
  return <p class="note">{leaderVi.sipas.line(year, formatTarget(percent, 'vi'), source)}</p>;
}
