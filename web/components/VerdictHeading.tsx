import type { VerdictSentences } from '../formatting/verdict-sentences.ts';

interface VerdictHeadingProps {
  readonly sentences: VerdictSentences;
  readonly id: string;
  readonly level: 2 | 3;
}

export function VerdictHeading({ sentences, id, level }: VerdictHeadingProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading id={id} class="verdict-heading">
      <span class="verdict-lead">{sentences.lead}</span>
      {sentences.tail === null ? null : <span class="verdict-tail"> {sentences.tail}</span>}
    </Heading>
  );
}
