import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';

/** Messages, which `islands/survey.ts` finds by `data-note`. */
const NOTES = [
  'waiting',
  'broken',
  'older',
  'sent',
  'refused',
  'elsewhere',
  'deleted',
  'unkept',
  'incomplete',
] as const;

/**
 * Messages shown while a ballot waits for the network or the server. All are in the page from the start, hidden, so
 * that the script contains no text and is the same in every language.
 */
export function DeliveryNotes({ locale }: { readonly locale: Locale }) {
  const { delivery } = citizenMessages(locale);
  return (
    <div id="delivery" role="status" tabIndex={-1}>
      {NOTES.map((note) => (
        <p key={note} data-note={note} hidden>
          {delivery[note]}
        </p>
      ))}
      <button type="button" hidden>
        {delivery.delete}
      </button>
    </div>
  );
}
