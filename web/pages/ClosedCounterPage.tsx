import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { citizenMessages } from '../messages/citizen.ts';

export interface ClosedCounterPageProps extends PageProps {
  readonly unitName: string;
  readonly counterName: string;
  /** Counters of the same unit that take ballots now, with the paths of their surveys; may be empty. */
  readonly otherCounters: readonly { readonly name: string; readonly href: string }[];
}

/** What stands behind the poster of a counter that takes no ballots for now, as a whole HTML document. */
export const renderClosedCounterPage = (props: ClosedCounterPageProps): string =>
  renderDocument(<ClosedCounterPage {...props} />);

function ClosedCounterPage(props: ClosedCounterPageProps) {
  const words = citizenMessages(props.locale).closed;
  return (
    <CitizenPage {...props} title={words.title} marker="closed">
      <h1>{words.heading}</h1>
      <p class="lead">{props.counterName}</p>
      {props.otherCounters.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.others}</p>
          <ul class="choices">
            {props.otherCounters.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </CitizenPage>
  );
}
