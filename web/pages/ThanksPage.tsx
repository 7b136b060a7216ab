import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { citizenMessages } from '../messages/citizen.ts';

export interface ThanksPageProps extends PageProps {
  readonly unitName: string;
  /** The public results, `/ket-qua`. */
  readonly resultsHref: string;
}

/**
 * The acknowledgement of a ballot, as a whole HTML document. Its marker is what the survey's script takes
 * for a receipt. It offers neither a button to close, which does nothing in in-app browsers, nor another
 * survey.
 */
export const renderThanksPage = (props: ThanksPageProps): string => renderDocument(<ThanksPage {...props} />);

function ThanksPage(props: ThanksPageProps) {
  const words = citizenMessages(props.locale).thanks;
  return (
    <CitizenPage {...props} title={words.title} marker="thanks">
      <h1>{words.heading}</h1>
      <p class="lead">{words.mayClose}</p>
      <p>
        {words.results} <a href={props.resultsHref}>{words.resultsLink}</a>
      </p>
    </CitizenPage>
  );
}
