import type { FigureMessages } from '../messages/figures.vi.ts';

interface FreshNoteProps {
  /** Polling interval in seconds while the page is visible. */
  readonly every: number;
  readonly words: FigureMessages['fresh'];
}

/**
 * Message area of the polling script (`islands/fresh.ts`); without a message it is empty and has no height.
 */
export function FreshNote({ every, words }: FreshNoteProps) {
  return (
    <p
      id="fresh"
      class="fresh screen-only"
      role="status"
      data-every={every}
      data-updated={words.updated}
      data-newer={words.newer}
      data-lost={words.lost}
      data-signed-out={words.signedOut}
    />
  );
}
