import type { ComponentChildren } from 'preact';
import { accountsVi } from '../messages/accounts.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { SignedInView, StaffPageName } from '../types/signed-in.ts';
import { StaffDocument, type StaffPageProps } from './StaffDocument.tsx';

export interface SignedInPageProps extends StaffPageProps {
  readonly signedIn: SignedInView;
}

interface ShellProps {
  readonly page: SignedInPageProps;
  readonly title: string;
  readonly intro?: string;
  readonly marker: string;
  readonly current: StaffPageName;
  /** Adds a note about faults to the tab's title. */
  readonly isFaulty?: boolean;
  readonly children: ComponentChildren;
}

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
