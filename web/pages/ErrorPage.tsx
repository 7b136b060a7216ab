import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { StaffDocument } from '../components/StaffDocument.tsx';
import { listStaffPages, STAFF_PAGES } from '../components/StaffNavigation.tsx';
import { pageHref } from '../formatting/page-href.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { citizenMessages } from '../messages/citizen.ts';
import { nameRoles } from '../messages/roles.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { SignedInView } from '../types/signed-in.ts';

export interface ErrorPageProps extends PageProps {
  /** Null if the database cannot be read. */
  readonly unitName: string | null;
  /** The signed-in person, on pages of the office; null for citizens and people who are not signed in. */
  readonly office: { readonly signedIn: SignedInView; readonly roles: readonly string[] } | null;
  /** HTTP status and a code; together they select the sentences. */
  readonly status: number;
  readonly code: string;
  /** Id under which the log has the failure; null for an expected error. The error's message is never shown. */
  readonly errorId: string | null;
}

/** Says what happened, with one link. Has the layout of the office's pages for people who are signed in. */
export function renderErrorPage(props: ErrorPageProps): string {
  const { office, unitName } = props;
  const { title } = citizenMessages(props.locale).error;
  if (office === null) {
    return renderDocument(
      <CitizenPage {...props} title={title} marker="error">
        <Said {...props} />
      </CitizenPage>,
    );
  }
  return renderDocument(
    <StaffDocument
      {...props}
      unitName={unitName ?? ''}
      signedIn={office.signedIn}
      title={title}
      marker="error"
    >
      <Said {...props} />
    </StaffDocument>,
  );
}

function Said(props: ErrorPageProps) {
  const { status, code, errorId, office } = props;
  const words = citizenMessages(props.locale).error;
  const own = office === null ? undefined : accountsVi.errors.byCode[code];
  const [heading, advice] = own ?? words.byStatus[code] ?? words.byStatus[status] ?? words.byStatus.other;
  const [first] = listStaffPages(office?.signedIn.pages ?? []);
  return (
    <>
      <h1>{heading}</h1>
      <p class="lead">{advice}</p>
      {code === 'role' && office !== null ? <p>{accountsVi.errors.role(nameRoles(office.roles))}</p> : null}
      {errorId === null ? null : (
        <p>
          {words.errorId} <b>{errorId}</b>
        </p>
      )}
      <ul class="choices">
        <li>
          {status === 401 ? (
            <a href={pageHref('/dang-nhap', props)}>{words.signIn}</a>
          ) : first === undefined ? (
            <a href={pageHref('/', props)}>{words.home}</a>
          ) : (
            <a href={STAFF_PAGES[first]}>{accountsVi.errors.back(staffVi.nav[first])}</a>
          )}
        </li>
      </ul>
    </>
  );
}
