import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { Improvements } from '../components/Improvements.tsx';
import { pageHref } from '../formatting/page-href.ts';
import { citizenMessages } from '../messages/citizen.ts';

export interface ThanksPageProps extends PageProps {
  readonly unitName: string;
  readonly resultsHref: string;
  /** False if the page was opened without sending a ballot. */
  readonly isSent: boolean;
  /** What the office has changed after comments; null: nothing. */
  readonly improvements: string | null;
}

/** Acknowledges a ballot. Has no button that closes the page, because in-app browsers ignore such a button. */
export const renderThanksPage = (props: ThanksPageProps): string => renderDocument(<ThanksPage {...props} />);

function ThanksPage(props: ThanksPageProps) {
  const words = citizenMessages(props.locale).thanks;
  if (!props.isSent) {
    return (
      <CitizenPage {...props} title={words.nothingSent} marker="nothing-sent">
        <h1>{words.nothingSent}</h1>
        <p>{words.nothingSentAdvice}</p>
        <p>
          <a class="button" href={pageHref('/', props)}>
            {words.open}
          </a>
        </p>
      </CitizenPage>
    );
  }
  return (
    <CitizenPage {...props} title={words.title} marker="thanks">
      <div class="told">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="16" cy="16" r="14" />
          <path d="M9.5 16.5l4.5 4.5 8.5-9.5" />
        </svg>
        <h1>
          {words.title}.
          <br />
          {words.thankYou}
        </h1>
        <p>{words.mayClose}</p>
      </div>
      <Improvements text={props.improvements} heading={words.improvements} />
      <p>{words.next}</p>
      <p>
        <a href={props.resultsHref}>{words.results}</a>
      </p>
      <p class="hint">{words.petition}</p>
    </CitizenPage>
  );
}
