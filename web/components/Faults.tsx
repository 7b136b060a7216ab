import type { ShownFault } from '../formatting/faults.ts';
import { accountsVi } from '../messages/accounts.vi.ts';

interface FaultSummaryProps {
  readonly faults: readonly ShownFault[];
  readonly heading?: string;
}

/** All faults of a page's forms at once, at the top, each linked to its control. */
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

/** A fault beside its control, with the way back to all of them. */
export function FaultNote({ id, sentence, back = accountsVi.backToFaults }: FaultNoteProps) {
  return (
    <p class="fault">
      <span id={id}>{sentence}</span> <a href="#faults">{back}</a>
    </p>
  );
}

/** The faults of one control beside it; nothing where it has none. */
export function FieldFaults({ id, faults }: Pick<FaultSummaryProps, 'faults'> & { readonly id: string }) {
  const own = faults.filter((fault) => fault.id === id);
  if (own.length === 0) return null;
  return <FaultNote id={`${id}-fault`} sentence={own.map(({ sentence }) => sentence).join(' ')} />;
}
