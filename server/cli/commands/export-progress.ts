import { sealCheckVi } from '../../../web/messages/seal-check.vi.ts';

const INTERVAL_MS = 1_000;

/** Prints progress at the start and for each new per cent, at most once a second. */
interface ExportProgress {
  add(ballots: number): void;
  finish(): void;
}

/** @param all Number of ballots to export according to the seals. */
export function startExportProgress(
  all: number,
  print: (line: string) => void,
  now: () => number = () => performance.now(),
): ExportProgress {
  let done = 0;
  let printed = -1;
  let printedAt = 0;
  const say = (percent: number): void => {
    print(sealCheckVi.exported(done, all, percent));
    printed = percent;
    printedAt = now();
  };
  say(all === 0 ? 100 : 0);
  return {
    add(ballots) {
      done += ballots;
      // Stays below 100 % until the end, even if the seals' numbers are too low.
      const percent = Math.min(99, Math.floor((100 * done) / Math.max(1, all)));
      if (percent > printed && now() - printedAt >= INTERVAL_MS) say(percent);
    },
    finish() {
      if (printed < 100) say(100);
    },
  };
}
