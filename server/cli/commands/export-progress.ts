import { sealCheckVi } from '../../../web/messages/seal-check.vi.ts';

/** How often a long export is heard of at most. */
const INTERVAL_MS = 1_000;

/** Says how far an export has come: at its beginning, whenever a per cent is full, once a second at most. */
export interface ExportProgress {
  /** So many ballots more are written. */
  add(ballots: number): void;
  /** All is written. */
  finish(): void;
}

/** @param all Ballots that there are to export, as the seals say. */
export function startExportProgress(
  all: number,
  print: (line: string) => void,
  now: () => number = () => performance.now(),
): ExportProgress {
  let done = 0;
  let said = -1;
  let saidAt = 0;
  const say = (percent: number): void => {
    print(sealCheckVi.exported(done, all, percent));
    said = percent;
    saidAt = now();
  };
  say(all === 0 ? 100 : 0);
  return {
    add(ballots) {
      done += ballots;
      // Full only at the end, whatever the seals say.
      const percent = Math.min(99, Math.floor((100 * done) / Math.max(1, all)));
      if (percent > said && now() - saidAt >= INTERVAL_MS) say(percent);
    },
    finish() {
      if (said < 100) say(100);
    },
  };
}
