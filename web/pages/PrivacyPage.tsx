import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { PhoneNumber } from '../components/PhoneNumber.tsx';
import { citizenMessages } from '../messages/citizen.ts';

export interface PrivacyPageProps extends PageProps {
  readonly unitName: string;
  /** null: people are asked to come to the office. */
  readonly contactPhone: string | null;
  /** Retention time of comments. */
  readonly commentMonths: number;
}

/**
 * Privacy notice: who asks and why, what is kept and how long, who sees what (Law 91/2025/QH15 and Decree
 * 13/2023/NĐ-CP on personal data; Decree 61/2018/NĐ-CP art. 27.3: participants' identity stays confidential).
 */
export const renderPrivacyPage = (props: PrivacyPageProps): string =>
  renderDocument(<PrivacyPage {...props} />);

function PrivacyPage(props: PrivacyPageProps) {
  const words = citizenMessages(props.locale).privacy;
  const { unitName, contactPhone } = props;
  return (
    <CitizenPage {...props} title={words.title} marker="privacy" path="/rieng-tu">
      <h1>{words.heading}</h1>
      <h2>{words.whoHeading}</h2>
      <p>{words.who(unitName)}</p>
      <h2>{words.voluntaryHeading}</h2>
      <p>{words.voluntary}</p>
      <h2>{words.notKeptHeading}</h2>
      <List items={words.notKept} />
      <h2>{words.keptHeading}</h2>
      <List items={[...words.kept, words.keptComment(props.commentMonths)]} />
      <h2>{words.phoneHeading}</h2>
      <List items={words.phone} />
      <h2>{words.seenHeading}</h2>
      <List items={words.seen} />
      <h2>{words.takeBackHeading}</h2>
      <p>{words.takeBack}</p>
      <h2>{words.contactHeading}</h2>
      {contactPhone === null ? (
        <p>{words.contactVisit(unitName)}</p>
      ) : (
        <p>
          {words.contactCall(unitName)} <PhoneNumber number={contactPhone} />.
        </p>
      )}
    </CitizenPage>
  );
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
