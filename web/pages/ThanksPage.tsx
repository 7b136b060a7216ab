import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { citizenMessages } from '../messages/citizen.ts';

export interface ThanksPageProps extends PageProps {
  readonly unitName: string;
  readonly resultsHref: string;
}

/**
 * Acknowledges a ballot; the survey's script recognises it by its marker. It has no close button, which does nothing
 * in in-app browsers, and offers no other survey.
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
