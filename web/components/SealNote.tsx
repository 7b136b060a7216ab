import { formatDay } from '../formatting/dates.ts';
import { sealsVi as words } from '../messages/seals.vi.ts';
import type { PeriodSeal } from '../types/leader-view.ts';

interface SealNoteProps {
  /** Null: no day of the period is sealed. */
  readonly seal: PeriodSeal | null;
  /** Whether the reader may open the page of all seals. */
  readonly isLinked: boolean;
}

/** Printed on reports: people who keep a printed seal can notice a later change of the data. */
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
