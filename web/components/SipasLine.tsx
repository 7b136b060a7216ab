import { formatTarget } from '../formatting/numbers.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { SipasView } from '../types/report-view.ts';

interface SipasLineProps {
  /** null: nobody has typed it. */
  readonly sipas: SipasView | null;
}

/** The province's SIPAS figure beside ours, marked as measured in another way, with its source. */
export function SipasLine({ sipas }: SipasLineProps) {
  if (sipas === null) return null;
  const { year, percent, source } = sipas;
  return <p class="note">{leaderVi.sipas.line(year, formatTarget(percent, 'vi'), source)}</p>;
}
