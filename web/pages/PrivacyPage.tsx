import { CitizenPage } from '../components/CitizenPage.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { Fold } from '../components/Fold.tsx';
import { PhoneNumber } from '../components/PhoneNumber.tsx';
import { formatDay } from '../formatting/dates.ts';
import { CITED_ACTS } from '../messages/cited-acts.ts';
import { citizenMessages } from '../messages/citizen.ts';

interface PrivacyPageProps extends PageProps {
  readonly unitName: string;
  /** Null: the page asks people to come to the office instead. */
  readonly contactPhone: string | null;
  readonly commentMonths: number;
}

/** `/rieng-tu`: what is stored and how long, who sees it, how to withdraw it, legal basis. */
export function renderPrivacyPage(props: PrivacyPageProps): string {
  const { unitName, contactPhone, locale } = props;
  const words = citizenMessages(locale).privacy;
  return renderDocument(
    <CitizenPage {...props} title={words.title} marker="privacy" path="/rieng-tu">
      <h1>{words.heading}</h1>
      <h2>{words.whoHeading}</h2>
      <p>{words.who(unitName)}</p>
      <h2>{words.voluntaryHeading}</h2>
      <p>{words.voluntary}</p>
      <h2>{words.notKeptHeading}</h2>
      <List items={words.notKept} />
      <h2>{words.takeBackHeading}</h2>
      <p>{words.takeBack}</p>
      <Fold id="kept" heading={words.keptHeading}>
        <List items={[...words.kept, words.keptComment(props.commentMonths)]} />
      </Fold>
      <Fold id="phone" heading={words.phoneHeading}>
        <List items={words.phone} />
      </Fold>
      <Fold id="seen" heading={words.seenHeading}>
        <List items={words.seen} />
      </Fold>
      <h2>{words.contactHeading}</h2>
      <p>{words.petition}</p>
      {contactPhone === null ? (
        <p>{words.contactVisit(unitName)}</p>
      ) : (
        <p>
          {words.contactCall(unitName)} <PhoneNumber number={contactPhone} />.
        </p>
      )}
      <p>{words.law(CITED_ACTS.personalData[locale], formatDay(CITED_ACTS.checkedOn, locale))}</p>
    </CitizenPage>,
  );
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
