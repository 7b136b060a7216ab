import type { Locale } from '../types/locale.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { LanguageLink } from './LanguageLink.tsx';

interface CounterHeaderProps {
  readonly locale: Locale;
  readonly demo: boolean;
  readonly unitName: string;
  readonly counterName: string;
  readonly otherLocaleHref: string | null;
}

/** Unit and counter, so that citizens can check that they scanned the right QR code. */
export function CounterHeader(props: CounterHeaderProps) {
  const { locale, demo, unitName, counterName, otherLocaleHref } = props;
  return (
    <header>
      {demo ? <DemoBanner locale={locale} /> : null}
      <span>{unitName}</span>
      {otherLocaleHref === null ? null : <LanguageLink locale={locale} href={otherLocaleHref} />}
      <h1>{counterName}</h1>
    </header>
  );
}
