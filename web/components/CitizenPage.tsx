import type { ComponentChildren } from 'preact';
import { pageHref } from '../formatting/page-href.ts';
import { citizenMessages } from '../messages/citizen.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { Document, type PageProps } from './Document.tsx';
import { LanguageLink } from './LanguageLink.tsx';

interface CitizenPageProps extends PageProps {
  /** Beginning of the tab title; the unit's name follows. */
  readonly title: string;
  readonly marker: string;
  /** Null where the unit is unknown, as on an error page. */
  readonly unitName: string | null;
  /** URL path, for the link to the other language; absent: the page exists in one language only. */
  readonly path?: string;
  readonly links?: readonly { readonly path: string; readonly text: string }[];
  readonly children: ComponentChildren;
}

export function CitizenPage(props: CitizenPageProps) {
  const { assets, locale, demo, title, unitName, path, links = [] } = props;
  const { nav } = citizenMessages(locale);
  const all = [
    { path: '/', text: nav.home },
    { path: '/ket-qua', text: nav.results },
    { path: '/rieng-tu', text: nav.privacy },
    ...links,
  ].filter((link) => link.path !== path);
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
