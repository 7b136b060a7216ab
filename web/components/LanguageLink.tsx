import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';

interface LanguageLinkProps {
  /** The language of this page; the link leads to the other one. */
  readonly locale: Locale;
  readonly href: string;
}

/** The way to the same page in the other language, written in that language. */
export function LanguageLink({ locale, href }: LanguageLinkProps) {
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <a class="language" href={href} lang={other} hreflang={other}>
      {citizenMessages(locale).otherLanguage}
    </a>
  );
}
