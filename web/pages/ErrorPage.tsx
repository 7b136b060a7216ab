import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { pageHref } from '../formatting/page-href.ts';
import { citizenMessages } from '../messages/citizen.ts';

export interface ErrorPageProps extends PageProps {
  /** HTTP status of the answer, which the sentences go by. */
  readonly status: number;
  /** A stable name for programs, in kebab-case; shown beside the status, for whoever is asked for help. */
  readonly code: string;
  /** What the log calls this failure; null for an expected one. Never the failure's own message. */
  readonly errorId: string | null;
}

/** The answer to whatever went wrong, as a whole HTML document. */
export const renderErrorPage = (props: ErrorPageProps): string => renderDocument(<ErrorPage {...props} />);

function ErrorPage(props: ErrorPageProps) {
  const words = citizenMessages(props.locale).error;
  const [heading, advice] = words.byStatus[props.status] ?? words.byStatus.other;
  return (
    <CitizenPage {...props} title={words.title} marker="error" unitName={null}>
      <h1>{heading}</h1>
      <p class="lead">{advice}</p>
      {props.errorId === null ? null : (
        <p>
          {words.errorId} <b>{props.errorId}</b>
        </p>
      )}
      {props.status === 401 ? (
        <p>
          <a href={pageHref('/dang-nhap', props)}>{words.signIn}</a>
        </p>
      ) : null}
      <p class="hint">
        {props.status} · {props.code}
      </p>
    </CitizenPage>
  );
}
