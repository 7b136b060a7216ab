import { renderDocument } from '../components/Document.tsx';
import { ConfirmForm } from '../components/SettingForm.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { type ChoiceName, choiceWords } from '../formatting/choice-words.ts';
import { formatDay } from '../formatting/dates.ts';

export interface ChoiceConfirmPageProps extends SignedInPageProps {
  readonly name: ChoiceName;
  /** Where the choice is made. */
  readonly address: string;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly to: string;
  /** What was typed, to be sent again with the yes. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Asks before a choice is made, and names what will be. */
export function renderChoiceConfirmPage(props: ChoiceConfirmPageProps): string {
  const words = choiceWords(props.name, 'vi');
  return renderDocument(
    <SignedInPage page={props} title={words.confirmTitle} marker="confirm" current="administration">
      <p>
        <b>{words.confirm(formatDay(props.since, 'vi'), words.values[props.to] ?? props.to)}</b>
      </p>
      <p>{words.confirmEffect}</p>
      <ConfirmForm
        action={props.address}
        fields={props.fields}
        button={words.confirmButton}
        back={props.address}
      />
    </SignedInPage>,
  );
}
