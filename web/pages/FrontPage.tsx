import { CitizenPage } from '../components/CitizenPage.tsx';
import { CounterChoices } from '../components/CounterChoices.tsx';
import { type CounterCodeFault, CounterCodeForm } from '../components/CounterCodeForm.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { citizenMessages } from '../messages/citizen.ts';

export interface FrontPageProps extends PageProps {
  readonly unitName: string;
  readonly counters: readonly { readonly name: string; readonly href: string }[];
  readonly typed: string;
  readonly fault: CounterCodeFault | null;
}

/** `/`: for people who type the unit's address instead of scanning a poster. */
export function renderFrontPage(props: FrontPageProps): string {
  const words = citizenMessages(props.locale).front;
  return renderDocument(
    <CitizenPage
      {...props}
      title={props.fault ? `${words.faultTitle}: ${words.title}` : words.title}
      marker="front"
      path="/"
      links={[{ path: '/dang-nhap', text: words.staff }]}
    >
      <h1>{props.counters.length === 0 ? words.noneOpen : words.heading}</h1>
      <CounterChoices counters={props.counters} />
      <CounterCodeForm languages={props} typed={props.typed} fault={props.fault} />
      <p>{words.promise}</p>
    </CitizenPage>,
  );
}
