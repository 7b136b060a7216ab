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
  /** The data are made up; the page says so in a banner. */
  readonly demo: boolean;
  readonly unitName: string;
  /** Absent if nobody is signed in. */
  readonly signedIn?: SignedInView;
}

interface StaffDocumentProps extends StaffPageProps {
  /** Beginning of the tab title; the unit's name follows. */
  readonly title: string;
  /** Name of the page in a `<meta>` (see `Document`). */
  readonly marker: string;
  /** Default: Vietnamese. */
  readonly words?: FigureMessages;
  /** Entry of the navigation that is marked as current; absent or null: none. */
  readonly current?: StaffPageName | null;
  /** Takes the place of the navigation where nobody is signed in. */
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
        // `islands/fresh.ts` writes its messages here; an empty paragraph has no height.
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

/** On a shared PC the session of another person may still be open, so the page names whose it is. */
function SignedInLine({ userName, isRemembered }: SignedInView) {
  return (
    <p class="signed-in soft screen-only">
      {isRemembered ? accountsVi.rememberedAs(userName) : accountsVi.signedInAs(userName)}
    </p>
  );
}
