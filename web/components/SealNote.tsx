import { formatDay } from '../formatting/dates.ts';
import { sealsVi } from '../messages/seals.vi.ts';

/** Seal of the period's last sealed day; `day` is `YYYY-MM-DD`. */
export interface PeriodSealView {
  readonly day: string;
  /** Eight letters, `K7M2-9QXB`. */
  readonly short: string;
}

interface SealNoteProps {
  /** Null: no day of the period is sealed. */
  readonly seal: PeriodSealView | null;
  /** Whether the reader may open the page of all seals. */
  readonly isLinked: boolean;
}

const words = sealsVi;

/** Printed reports spread copies of the seal, so that a later change of data would be noticed. */
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
