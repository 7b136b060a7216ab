import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';
import { FAULT_SUMMARY, faultSentence } from './FaultSummary.tsx';

/** A fault's sentence at its field, with the way back to the list of all faults. */
export function FieldFault({
  id,
  code,
  locale,
}: {
  readonly id: string;
  readonly code: string;
  readonly locale: Locale;
}) {
  return (
    <p class="fault">
      <span id={id}>{faultSentence(code, locale)}</span>{' '}
      <a href={`#${FAULT_SUMMARY}`}>{citizenMessages(locale).survey.backToFaults}</a>
    </p>
  );
}
