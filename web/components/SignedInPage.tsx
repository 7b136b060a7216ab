import type { ComponentChildren } from 'preact';
import { accountsVi } from '../messages/accounts.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { SignedInView, StaffPageName } from '../types/signed-in.ts';
import { StaffDocument, type StaffPageProps } from './StaffDocument.tsx';

/** What every page behind the sign-in is given. */
export interface SignedInPageProps extends StaffPageProps {
  readonly signedIn: SignedInView;
}

interface ShellProps {
  readonly page: SignedInPageProps;
  readonly title: string;
  /** One sentence on what the page is for. */
  readonly intro?: string;
  readonly marker: string;
  readonly current: StaffPageName;
  /** Whether the page shows faults; its title then says so. */
  readonly isFaulty?: boolean;
  readonly children: ComponentChildren;
}

/** The shell of the pages for accounts and administering: title, its sentence, content. */
export function SignedInPage(props: ShellProps) {
  const { page, title, intro, marker, current, isFaulty = false, children } = props;
  return (
    <StaffDocument
      assets={page.assets}
      demo={page.demo}
      unitName={page.unitName}
      signedIn={page.signedIn}
      title={isFaulty ? `${accountsVi.faultTitle}${title}` : title}
      marker={marker}
      words={staffVi}
      current={current}
    >
      <h1>{title}</h1>
      {intro === undefined ? null : <p>{intro}</p>}
      {children}
    </StaffDocument>
  );
}
