import { renderDocument } from '../components/Document.tsx';
import { ConfirmForm } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { targetsVi } from '../messages/targets.vi.ts';
import { formatTargetValue, type TargetName } from './TargetsPage.tsx';

export interface TargetConfirmPageProps extends SignedInPageProps {
  readonly name: TargetName;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly today: string;
  readonly asked:
    | { readonly act: 'change'; readonly from: number | null; readonly to: number }
    | { readonly act: 'withdraw'; readonly withdrawn: number; readonly stays: number };
  /** What was typed, to be sent again with the yes. */
  readonly fields: Readonly<Record<string, string>>;
}

const words = targetsVi.confirm;
const ADDRESS = '/quan-tri/muc-tieu';

/** Asks before the target or the minimum is changed or a change withdrawn, and names what will be. */
export function renderTargetConfirmPage(props: TargetConfirmPageProps): string {
  const isWithdrawal = props.asked.act === 'withdraw';
  return renderDocument(
    <SignedInPage page={props} title={words.title} marker="confirm" current="administration">
      <p>
        <b>{sayAsked(props)}</b>
      </p>
      {isWithdrawal ? null : <p>{words.effect}</p>}
      {isWithdrawal ? null : <p>{props.since === props.today ? words.today : words.later}</p>}
      <p>{words.public}</p>
      <ConfirmForm
        action={isWithdrawal ? `${ADDRESS}/rut` : ADDRESS}
        fields={props.fields}
        button={isWithdrawal ? words.withdrawButton : words.changeButton}
        back={ADDRESS}
      />
    </SignedInPage>,
  );
}

function sayAsked({ name, since, asked }: TargetConfirmPageProps): string {
  const isTarget = name === 'target_percent';
  const day = formatDay(since, 'vi');
  const say = (value: number) => formatTargetValue(name, value);
  if (asked.act === 'withdraw') {
    const sentence = isTarget ? words.targetWithdraw : words.minimumWithdraw;
    return sentence(day, say(asked.withdrawn), say(asked.stays));
  }
  if (asked.from === null) return (isTarget ? words.targetSet : words.minimumSet)(day, say(asked.to));
  return (isTarget ? words.targetChange : words.minimumChange)(day, say(asked.from), say(asked.to));
}
