import type { ComponentChildren } from 'preact';
import { accountsVi } from '../messages/accounts.vi.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { SignedInView, StaffPageName } from '../types/signed-in.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { Document, type PageAssets } from './Document.tsx';
import { FreshNote } from './FreshNote.tsx';
import { StaffNavigation } from './StaffNavigation.tsx';

/** What every page for staff and leaders is given. */
export interface StaffPageProps {
  readonly assets: PageAssets;
  /** Whether the data is made up; the page then says so. */
  readonly demo: boolean;
  readonly unitName: string;
  /** Who is signed in; the navigation has their pages. Left out on pages that nobody signs in for. */
  readonly signedIn?: SignedInView;
}

interface StaffDocumentProps extends StaffPageProps {
  /** What the page is called, for the tab; the unit's name follows it. */
  readonly title: string;
  /** The page's mark, see `Document`. */
  readonly marker: string;
  readonly words: FigureMessages;
  /** The page that the navigation marks as the current one; null leaves the navigation out. */
  readonly current: StaffPageName | null;
  /** What stands beside the unit's name instead of the navigation. */
  readonly aside?: ComponentChildren;
  /** Seconds after which the page's script asks for it again; left out on pages that stay as they are. */
  readonly refreshEvery?: number;
  readonly children: ComponentChildren;
}

/** The shell of the pages for staff and leaders: skip link, unit, navigation, content. */
export function StaffDocument(props: StaffDocumentProps) {
  const { assets, demo, unitName, title, marker, words, current, aside, signedIn, refreshEvery, children } =
    props;
  return (
    <Document assets={assets} locale={words.locale} title={`${title} – ${unitName}`} marker={marker}>
      <a class="skip" href="#content">
        {words.skipToContent}
      </a>
      <header class="top">
        {demo ? <DemoBanner locale={words.locale} /> : null}
        <div class="top-line">
          <p class="unit">{unitName}</p>
          {current === null || !signedIn ? (
            aside
          ) : (
            <StaffNavigation current={current} pages={signedIn.pages} />
          )}
        </div>
        {signedIn ? <SignedInLine {...signedIn} /> : null}
      </header>
      {refreshEvery === undefined ? null : <FreshNote every={refreshEvery} words={words.fresh} />}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </Document>
  );
}

/** Whose account it is: on a shared PC the last one may have been left open. */
function SignedInLine({ userName, isRemembered }: SignedInView) {
  return (
    <p class="signed-in soft screen-only">
      {isRemembered ? accountsVi.rememberedAs(userName) : accountsVi.signedInAs(userName)}
    </p>
  );
}
