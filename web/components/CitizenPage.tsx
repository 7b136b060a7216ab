import type { ComponentChildren } from 'preact';
import { citizenMessages } from '../messages/citizen.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { Document, type PageProps } from './Document.tsx';

interface CitizenPageProps extends PageProps {
  /** What the tab says before the unit's name. */
  readonly title: string;
  readonly marker: string;
  /** Null where nobody is known to speak for, as on errors. */
  readonly unitName: string | null;
  /** Further links after the common ones. */
  readonly links?: readonly { readonly href: string; readonly text: string }[];
  readonly children: ComponentChildren;
}

/** The frame of the calm pages: whose page it is, one box with what there is to say, and the other pages. */
export function CitizenPage({
  assets,
  locale,
  demo,
  title,
  marker,
  unitName,
  links,
  children,
}: CitizenPageProps) {
  const { nav } = citizenMessages(locale);
  const all = [
    { href: '/', text: nav.home },
    { href: '/ket-qua', text: nav.results },
    { href: '/rieng-tu', text: nav.privacy },
    ...(links ?? []),
  ];
  return (
    <Document
      assets={assets}
      locale={locale}
      title={unitName === null ? title : `${title} – ${unitName}`}
      marker={marker}
    >
      <header>
        {demo ? <DemoBanner locale={locale} /> : null}
        {unitName === null ? null : <b>{unitName}</b>}
      </header>
      <main>{children}</main>
      <nav aria-label={nav.label}>
        <ul>
          {all.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Document>
  );
}
