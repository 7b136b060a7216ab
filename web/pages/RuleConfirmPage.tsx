import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { ruleName, ruleText } from '../formatting/rule-words.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { trustVi } from '../messages/trust.vi.ts';

export interface RuleConfirmPageProps extends SignedInPageProps {
  readonly id: string;
  /** The day from which the change would hold, `YYYY-MM-DD`. */
  readonly since: string;
  readonly is_on: boolean;
  readonly threshold: number | null;
  /** Where the yes is sent, and where the no leads. */
  readonly action: string;
  /** What is sent with the yes. */
  readonly typed: { readonly state: string; readonly threshold: string };
}

const words = trustVi;

/** Asks once before a rule is switched or changed, and names what ballots it will be about. */
export function renderRuleConfirmPage(props: RuleConfirmPageProps): string {
  const name = ruleName(props.id, words);
  const day = formatDay(props.since, 'vi');
  return renderDocument(
    <SignedInPage page={props} title={words.confirm.title} marker="confirm" current="administration">
      <p>
        {props.is_on ? words.confirm.on(name, day, ruleText(props, words)) : words.confirm.off(name, day)}
      </p>
      <p>{words.confirm.public}</p>
      <form class="actions" method="post" action={props.action}>
        <input type="hidden" name="state" value={props.typed.state} />
        <input type="hidden" name="threshold" value={props.typed.threshold} />
        <input type="hidden" name="confirm" value="yes" />
        <button type="submit" class="danger">
          {props.is_on ? words.confirm.save : words.confirm.turnOff}
        </button>
        <a class="button" href={props.action}>
          {accountsVi.cancel}
        </a>
      </form>
    </SignedInPage>,
  );
}
