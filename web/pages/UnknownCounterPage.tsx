import { CitizenPage } from '../components/CitizenPage.tsx';
import { CounterCodeForm } from '../components/CounterCodeForm.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { citizenMessages } from '../messages/citizen.ts';

interface UnknownCounterPageProps extends PageProps {
  /** The code in the URL, as typed. */
  readonly typed: string;
}

/** Longer text is cut, so that it fits on a screen. No valid code is this long. */
const SHOWN_CHARACTERS = 40;

/** For a URL whose code belongs to no counter. */
export function renderUnknownCounterPage(props: UnknownCounterPageProps): string {
  const words = citizenMessages(props.locale).unknownCounter;
  const typed = Array.from(props.typed).slice(0, SHOWN_CHARACTERS).join('');
  return renderDocument(
    <CitizenPage {...props} title={words.title} marker="unknown-counter" unitName={null}>
      <h1>{words.heading}</h1>
      {typed === '' ? null : <p>{words.typed(typed)}</p>}
      <p class="lead">{words.advice}</p>
      <CounterCodeForm languages={props} typed={typed} fault={null} />
    </CitizenPage>,
  );
}
