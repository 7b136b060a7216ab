import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';

export function DemoBanner({ locale }: { readonly locale: Locale }) {
  return <p class="demo">{citizenMessages(locale).demoBanner}</p>;
}
