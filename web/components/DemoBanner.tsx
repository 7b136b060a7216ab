import type { Locale } from '../formatting/numbers.ts';
import { citizenMessages } from '../messages/citizen.ts';

/** Says that the data is made up; on every page of a demonstration, on paper too. */
export function DemoBanner({ locale }: { readonly locale: Locale }) {
  return <p class="demo">{citizenMessages(locale).demoBanner}</p>;
}
