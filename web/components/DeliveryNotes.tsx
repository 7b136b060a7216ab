import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';
import { CIRCLE } from './Face.tsx';

/** `islands/survey.ts` finds each message by its key (`data-note`). */
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
 * Messages about a ballot that could not be sent yet. They are in the page, hidden, so that the script needs
 * no text of its own and is the same in every language.
 */
export function DeliveryNotes({ locale }: { readonly locale: Locale }) {
  const { delivery } = citizenMessages(locale);
  return (
    <div id="delivery">
      <div role="status" tabIndex={-1}>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d={`${CIRCLE}M16 8v8.5l5.5 3.5`} />
        </svg>
        {NOTES.map((note) => {
          const [first, ...others] = delivery[note].split('\n');
          return (
            <div key={note} data-note={note} hidden>
              {others.length === 0 ? <p>{first}</p> : <h2>{first}</h2>}
              {others.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          );
        })}
      </div>
      <div id="kept" hidden>
        <button type="button">{delivery.resend}</button>
        <p class="hint">{delivery.advice}</p>
        <details>
          <summary>{delivery.delete}</summary>
          <p>{delivery.deleteQuestion}</p>
          <button type="button">{delivery.deleteNow}</button>
        </details>
      </div>
    </div>
  );
}
