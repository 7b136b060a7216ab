import { CitizenPage } from '../components/CitizenPage.tsx';
import { CounterCodeForm } from '../components/CounterCodeForm.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { formatDay } from '../formatting/dates.ts';
import { citizenMessages } from '../messages/citizen.ts';

interface SlipEndPageProps extends PageProps {
  /** Null if no slip has this code. */
  readonly unitName: string | null;
  readonly end:
    | { readonly kind: 'used' }
    /** Last day on which the slip was valid, `YYYY-MM-DD`. */
    | { readonly kind: 'expired'; readonly expiresOn: string }
    /** The code in the URL, as typed. */
    | { readonly kind: 'unknown'; readonly typed: string };
}

/** Longer text is cut, so that it fits on a screen. No valid code is this long. */
const SHOWN_CHARACTERS = 40;

/** For citizens whose slip is used, expired or unknown. */
export function renderSlipEndPage(props: SlipEndPageProps): string {
  const { end, locale } = props;
  const words = citizenMessages(locale).slip;
  if (end.kind === 'unknown') {
    const typed = Array.from(end.typed).slice(0, SHOWN_CHARACTERS).join('');
    return renderDocument(
      <CitizenPage {...props} title={words.unknown.title} marker="unknown-slip">
        <h1>{words.unknown.heading}</h1>
        {typed === '' ? null : <p>{words.unknown.typed(typed)}</p>}
        <p class="lead">{words.unknown.lead}</p>
        <CounterCodeForm languages={props} typed={typed} fault={null} />
      </CitizenPage>,
    );
  }
  const { title, heading, other } = words[end.kind];
  const lead = end.kind === 'used' ? words.used.lead : words.expired.lead(formatDay(end.expiresOn, locale));
  return renderDocument(
    <CitizenPage {...props} title={title} marker={`${end.kind}-slip`}>
      <h1>{heading}</h1>
      <p class="lead">{lead}</p>
      <p>{other}</p>
    </CitizenPage>,
  );
}
