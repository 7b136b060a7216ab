import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { pageHref } from '../formatting/page-href.ts';
import { citizenMessages } from '../messages/citizen.ts';

export interface ErrorPageProps extends PageProps {
  /** HTTP status, which selects the sentences. */
  readonly status: number;
  /** Stable identifier in kebab-case, shown next to the status for support. */
  readonly code: string;
  /** Id of the failure in the log; null for an expected error. Never the error's message. */
  readonly errorId: string | null;
}

export const renderErrorPage = (props: ErrorPageProps): string => renderDocument(<ErrorPage {...props} />);

function ErrorPage(props: ErrorPageProps) {
  const words = citizenMessages(props.locale).error;
  const [heading, advice] =
    words.byStatus[props.code] ?? words.byStatus[props.status] ?? words.byStatus.other;
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
