import type { ComponentChildren } from 'preact';
import { pageHref } from '../formatting/page-href.ts';
import { citizenMessages } from '../messages/citizen.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { Document, type PageProps } from './Document.tsx';
import { LanguageLink } from './LanguageLink.tsx';

interface CitizenPageProps extends PageProps {
  /** What the tab says before the unit's name. */
  readonly title: string;
  readonly marker: string;
  /** Null where nobody is known to speak for, as on errors. */
  readonly unitName: string | null;
  /** The page's path, where it can be had in the other language as well. */
  readonly path?: string;
  /** Further pages after the common ones. */
  readonly links?: readonly { readonly path: string; readonly text: string }[];
  readonly children: ComponentChildren;
}

/** The frame of the calm pages: whose page it is, one box with what there is to say, and the other pages. */
export function CitizenPage(props: CitizenPageProps) {
  const { assets, locale, demo, title, unitName, path, links = [] } = props;
  const { nav } = citizenMessages(locale);
  const all = [
    { path: '/', text: nav.home },
    { path: '/ket-qua', text: nav.results },
    { path: '/rieng-tu', text: nav.privacy },
    ...links,
  ];
  return (
    <Document
      assets={assets}
      locale={locale}
      title={unitName === null ? title : `${title} – ${unitName}`}
      marker={props.marker}
    >
      <header>
        {demo ? <DemoBanner locale={locale} /> : null}
        {unitName === null ? null : <b>{unitName}</b>}
        {path === undefined ? null : (
          <LanguageLink locale={locale} href={`${path}?lang=${locale === 'vi' ? 'en' : 'vi'}`} />
        )}
      </header>
      <main>{props.children}</main>
      <nav aria-label={nav.label}>
        <ul>
          {all.map((link) => (
            <li key={link.path}>
              <a href={pageHref(link.path, props)}>{link.text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Document>
  );
}
