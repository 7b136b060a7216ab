import type { ComponentChildren } from 'preact';
import type { ShownFault } from '../formatting/faults.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { SignedInView, StaffPageName } from '../types/signed-in.ts';
import { FaultSummary } from './Faults.tsx';
import { StaffDocument, type StaffPageProps } from './StaffDocument.tsx';
import { STAFF_PAGES } from './StaffNavigation.tsx';

export interface SignedInPageProps extends StaffPageProps {
  readonly signedIn: SignedInView;
}

interface ShellProps {
  readonly page: SignedInPageProps;
  readonly title: string;
  readonly intro?: string;
  readonly marker: string;
  /** Entry of the navigation that is marked as current. */
  readonly current?: StaffPageName;
  /** Link to the parent page; pages of the administration also get a link to `/quan-tri`. */
  readonly back?: { readonly href: string; readonly text: string } | undefined;
  /** Message that the form was saved. */
  readonly saved?: string | false;
  /** Listed at the top of the page, and mentioned in the tab's title. */
  readonly faults?: readonly ShownFault[];
  /** Mentions faults in the tab's title, for a page that lists them in another place. */
  readonly isFaulty?: boolean;
  /** False: the page says that the reader may not change anything. */
  readonly mayChange?: boolean;
  readonly children: ComponentChildren;
}

const ADMINISTRATION = { href: STAFF_PAGES.administration, text: staffVi.nav.administration };

export function SignedInPage(props: ShellProps) {
  const { page, title, intro, marker, current = 'administration', back, saved } = props;
  const { faults = [], isFaulty = faults.length > 0, mayChange = true } = props;
  const above = current === 'administration' && marker !== current ? [ADMINISTRATION] : [];
  const crumbs = [...above, ...(back && back.href !== above[0]?.href ? [back] : [])];
  return (
    <StaffDocument
      {...page}
      title={isFaulty ? `${accountsVi.faultTitle}${title}` : title}
      marker={marker}
      current={current}
    >
      {crumbs.length === 0 ? null : (
        <nav class="crumb screen-only" aria-label={accountsVi.crumb}>
          {crumbs.map(({ href, text }, index) => (
            <>
              {index === 0 ? null : <span aria-hidden="true"> › </span>}
              <a href={href}>{text}</a>
            </>
          ))}
        </nav>
      )}
      <h1>{title}</h1>
      {intro === undefined ? null : <p>{intro}</p>}
      {saved ? (
        <p class="done" role="status">
          {saved}
        </p>
      ) : null}
      <FaultSummary faults={faults} />
      {mayChange ? null : <p class="note">{accountsVi.readOnly}</p>}
      {props.children}
    </StaffDocument>
  );
}
