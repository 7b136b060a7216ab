import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';

/** Says that the data is made up; on every page of a demonstration, on paper too. */
export function DemoBanner({ locale }: { readonly locale: Locale }) {
  return <p class="demo">{citizenMessages(locale).demoBanner}</p>;
}
