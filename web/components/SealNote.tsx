import { formatDay } from '../formatting/dates.ts';
import { sealsVi } from '../messages/seals.vi.ts';

/** The seal of a period's last sealed day; `day` is `YYYY-MM-DD`. */
export interface PeriodSealView {
  readonly day: string;
  /** Eight letters, `K7M2-9QXB`. */
  readonly short: string;
}

interface SealNoteProps {
  /** Null where no day of the period is sealed. */
  readonly seal: PeriodSealView | null;
  /** Whether the reader may open the page with the seals of all days. */
  readonly isLinked: boolean;
}

const words = sealsVi;

/** On paper the seal lies in many hands; on the screen it leads to those of all days. */
export function SealNote({ seal, isLinked }: SealNoteProps) {
  if (seal === null) return null;
  return (
    <p class="note">
      {words.ofPeriod(formatDay(seal.day, 'vi'))} <strong class="seal">{seal.short}</strong>{' '}
      {isLinked ? (
        <a class="screen-only" href="/lanh-dao/niem-phong">
          {words.allDays}
        </a>
      ) : null}
    </p>
  );
}
