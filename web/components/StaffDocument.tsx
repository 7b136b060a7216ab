import type { ComponentChildren } from 'preact';
import type { StaffMessages } from '../messages/staff.vi.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { Document, type PageAssets } from './Document.tsx';
import { StaffNavigation, type StaffPageName } from './StaffNavigation.tsx';

/** What every page for staff and leaders is given. */
export interface StaffPageProps {
  readonly assets: PageAssets;
  /** Whether the data is made up; the page then says so. */
  readonly demo: boolean;
  readonly unitName: string;
}

interface StaffDocumentProps extends StaffPageProps {
  /** What the page is called, for the tab; the unit's name follows it. */
  readonly title: string;
  /** The page's mark, see `Document`. */
  readonly marker: string;
  readonly words: StaffMessages;
  /** The page that the navigation marks as the current one; null leaves the navigation out. */
  readonly current: StaffPageName | null;
  /** What stands beside the unit's name instead of the navigation. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The shell of the pages for staff and leaders: skip link, unit, navigation, content. */
export function StaffDocument(props: StaffDocumentProps) {
  const { assets, demo, unitName, title, marker, words, current, aside, children } = props;
  return (
    <Document assets={assets} locale={words.locale} title={`${title} – ${unitName}`} marker={marker}>
      <a class="skip" href="#content">
        {words.skipToContent}
      </a>
      <header class="top">
        {demo ? <DemoBanner locale={words.locale} /> : null}
        <div class="top-line">
          <p class="unit">{unitName}</p>
          {current === null ? aside : <StaffNavigation current={current} words={words} />}
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </Document>
  );
}
