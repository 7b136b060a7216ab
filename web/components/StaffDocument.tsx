import type { ComponentChildren } from 'preact';
import { accountsVi } from '../messages/accounts.vi.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { SignedInView, StaffPageName } from '../types/signed-in.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { Document, type PageAssets } from './Document.tsx';
import { StaffNavigation } from './StaffNavigation.tsx';

export interface StaffPageProps {
  readonly assets: PageAssets;
  /** Demo data: the page shows a banner. */
  readonly demo: boolean;
  readonly unitName: string;
  /** Absent on pages that need no sign-in. */
  readonly signedIn?: SignedInView;
}

interface StaffDocumentProps extends StaffPageProps {
  /** First part of the tab title; the unit's name follows. */
  readonly title: string;
  /** Identifies the page (see `Document`). */
  readonly marker: string;
  /** Default: Vietnamese. */
  readonly words?: FigureMessages;
  /** Current page of the navigation; absent or null: none of them. */
  readonly current?: StaffPageName | null;
  /** Shown in place of the navigation where nobody is signed in. */
  readonly aside?: ComponentChildren;
  /** Polling interval in seconds; undefined: no polling. */
  readonly refreshEvery?: number;
  readonly children: ComponentChildren;
}

export function StaffDocument(props: StaffDocumentProps) {
  const { assets, demo, unitName, title, marker, words = staffVi, current = null, aside, signedIn } = props;
  const { refreshEvery, children } = props;
  return (
    <Document
      assets={assets}
      locale={words.locale}
      title={`${title} – ${unitName}`}
      description={`${title} – ${unitName}`}
      marker={marker}
      skip={words.skipToContent}
      isOffice={signedIn !== undefined}
    >
      <header class="top">
        {demo ? <DemoBanner locale={words.locale} /> : null}
        <div class="top-line">
          <p class="unit">{unitName}</p>
          {signedIn ? <StaffNavigation current={current} pages={signedIn.pages} /> : aside}
        </div>
        {signedIn ? <SignedInLine {...signedIn} /> : null}
      </header>
      {refreshEvery === undefined ? null : (
        // Where the polling script (`islands/fresh.ts`) writes its messages; empty, it has no height.
        <p
          id="fresh"
          class="fresh screen-only"
          role="status"
          data-every={refreshEvery}
          data-updated={words.fresh.updated}
          data-newer={words.fresh.newer}
          data-lost={words.fresh.lost}
          data-signed-out={words.fresh.signedOut}
        />
      )}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </Document>
  );
}

/** On a shared PC the previous person's session may still be open, so the name is shown. */
function SignedInLine({ userName, isRemembered }: SignedInView) {
  return (
    <p class="signed-in soft screen-only">
      {isRemembered ? accountsVi.rememberedAs(userName) : accountsVi.signedInAs(userName)}
    </p>
  );
}
