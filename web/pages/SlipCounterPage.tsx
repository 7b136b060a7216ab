import { CitizenPage } from '../components/CitizenPage.tsx';
import { CounterChoices } from '../components/CounterChoices.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { citizenMessages } from '../messages/citizen.ts';

interface SlipCounterPageProps extends PageProps {
  readonly unitName: string;
  /** Open counters with the URLs at which this slip opens their survey; may be empty. */
  readonly counters: readonly { readonly name: string; readonly href: string }[];
}

/** Asks at which counter the citizen was, for a slip that is valid at any counter. */
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
