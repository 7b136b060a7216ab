import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';

interface LanguageLinkProps {
  /** Language of the page; the link leads to the other language. */
  readonly locale: Locale;
  readonly href: string;
}

export function LanguageLink({ locale, href }: LanguageLinkProps) {
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <a class="language" href={href} lang={other} hreflang={other}>
      {citizenMessages(locale).otherLanguage}
    </a>
  );
}
