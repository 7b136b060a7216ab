import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';

/** Which note the script of the survey may show; `islands/survey.ts` names them by `data-note`. */
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
 * What the page says while ballots wait for the network or the server. All sentences are in the page from the start and
 * hidden, so that the script holds no words and is the same in every language.
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
