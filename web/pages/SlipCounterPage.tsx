import { CitizenPage } from '../components/CitizenPage.tsx';
import { CounterChoices } from '../components/CounterChoices.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { citizenMessages } from '../messages/citizen.ts';

interface SlipCounterPageProps extends PageProps {
  readonly unitName: string;
  /** Open counters, each with the URL of its survey for this slip; may be empty. */
  readonly counters: readonly { readonly name: string; readonly href: string }[];
}

/** For a slip that is valid at any counter: asks the citizen at which one they were. */
export function renderSlipCounterPage(props: SlipCounterPageProps): string {
  const words = citizenMessages(props.locale).slip.choose;
  return renderDocument(
    <CitizenPage {...props} title={words.title} marker="slip-counter">
      <h1>{words.heading}</h1>
      {props.counters.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <CounterChoices counters={props.counters} />
        </>
      )}
    </CitizenPage>,
  );
}
