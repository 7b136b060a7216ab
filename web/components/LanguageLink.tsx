import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';

interface LanguageLinkProps {
  /** The page's own language; the link leads to the other one. */
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
