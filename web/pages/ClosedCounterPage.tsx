import { CitizenPage } from '../components/CitizenPage.tsx';
import { CounterChoices } from '../components/CounterChoices.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { citizenMessages } from '../messages/citizen.ts';

interface ClosedCounterPageProps extends PageProps {
  readonly unitName: string;
  readonly counterName: string;
  /** With the paths of their surveys; may be empty. */
  readonly otherCounters: readonly OpenCounter[];
  /** The counter to which this closed one sends citizens; null: none. */
  readonly successor: OpenCounter | null;
  /** Whether another counter has taken over the work, so that this one stays closed. */
  readonly isMerged: boolean;
}

interface OpenCounter {
  readonly name: string;
  readonly href: string;
}

/** For citizens who scan the poster of a closed counter. */
export function renderClosedCounterPage(props: ClosedCounterPageProps): string {
  const words = citizenMessages(props.locale).closed;
  const { successor, isMerged } = props;
  const shown = successor === null ? props.otherCounters : [successor];
  const invitation = isMerged ? words.mergedSuccessor : words.successor;
  return renderDocument(
    <CitizenPage {...props} title={isMerged ? words.mergedTitle : words.title} marker="closed">
      <h1>{isMerged ? words.mergedHeading : words.heading}</h1>
      <p class="lead">{props.counterName}</p>
      {shown.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{successor === null ? words.others : invitation}</p>
          <CounterChoices counters={shown} />
        </>
      )}
    </CitizenPage>,
  );
}
