import type { FigureMessages } from '../messages/figures.vi.ts';

interface FreshNoteProps {
  /** Seconds from one request to the next while the page is looked at. */
  readonly every: number;
  readonly words: FigureMessages['fresh'];
}

/** Where the script of a view says that its figures have changed; empty, and no place taken, without it. */
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
