import { formatTarget } from '../formatting/numbers.ts';
import type { LeaderMessages } from '../messages/leader.vi.ts';
import type { SipasView } from '../types/report-view.ts';

interface SipasLineProps {
  /** null: nobody has typed it. */
  readonly sipas: SipasView | null;
  readonly words: LeaderMessages;
}

/** The province's SIPAS figure beside ours, marked as measured in another way, with its source. */
export function SipasLine({ sipas, words }: SipasLineProps) {
  if (sipas === null) return null;
  const { year, percent, source } = sipas;
  return <p class="note">{words.sipas.line(year, formatTarget(percent, words.locale), source)}</p>;
}
