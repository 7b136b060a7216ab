import { formatDay } from '../formatting/dates.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';

/** `day` is `YYYY-MM-DD`. */
export interface SealView {
  readonly day: string;
  /** First 40 bits of `chain` as eight letters, `K7M2-9QXB`. */
  readonly short: string;
  /** SHA-256 in hexadecimal: hash of the previous day's chain, this day and the digest of this day's data. */
  readonly chain: string;
}

interface LatestSealProps {
  /** Null until the first day is sealed. */
  readonly seal: SealView | null;
  readonly words: FigureMessages;
}

export function LatestSeal({ seal, words: { locale, results } }: LatestSealProps) {
  const words = results.seal;
  return (
    <section aria-labelledby="seal">
      <h2 id="seal">{words.heading}</h2>
      <p>{words.what}</p>
      {seal === null ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>
            {words.latest(formatDay(seal.day, locale))} <strong class="seal">{seal.short}</strong>
          </p>
          <p class="soft">
            {words.full} <code class="digest">{seal.chain}</code>
          </p>
        </>
      )}
    </section>
  );
}
