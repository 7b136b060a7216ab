import type { ShownFault } from '../formatting/faults.ts';
import { accountsVi } from '../messages/accounts.vi.ts';

interface FaultSummaryProps {
  readonly faults: readonly ShownFault[];
  readonly heading?: string;
}

export function FaultSummary({ faults, heading = accountsVi.faultHeading }: FaultSummaryProps) {
  if (faults.length === 0) return null;
  return (
    <div id="faults" class="faults" role="alert" tabIndex={-1}>
      <h2>{heading}</h2>
      <ul>
        {faults.map(({ id, sentence, place }) => (
          <li key={`${id} ${sentence}`}>
            <a href={`#${id}`}>{place ? `${place}: ${sentence}` : sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FaultNoteProps {
  readonly id: string;
  readonly sentence: string;
  readonly back?: string;
}

export function FaultNote({ id, sentence, back = accountsVi.backToFaults }: FaultNoteProps) {
  return (
    <p class="fault">
      <span id={id}>{sentence}</span> <a href="#faults">{back}</a>
    </p>
  );
}

export function FieldFaults({ id, faults }: Pick<FaultSummaryProps, 'faults'> & { readonly id: string }) {
  const own = faults.filter((fault) => fault.id === id);
  if (own.length === 0) return null;
  return <FaultNote id={`${id}-fault`} sentence={own.map(({ sentence }) => sentence).join(' ')} />;
}
