import { renderDocument } from '../components/Document.tsx';
import { FaultSummary, FieldFaults } from '../components/Faults.tsx';
import { Choice, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { fieldId, type Shown, showFaults } from '../formatting/faults.ts';
import { formatThreshold } from '../formatting/numbers.ts';
import { type RuleStateView, ruleName } from '../formatting/rule-words.ts';
import { trustVi } from '../messages/trust.vi.ts';
import type { Fault } from '../types/fault.ts';
import { RuleFacts } from './RulesPage.tsx';

export interface RulePageProps extends SignedInPageProps {
  readonly rule: RuleStateView;
  /** What the threshold may be; null for a rule without one. */
  readonly range: { readonly min: number; readonly max: number; readonly step: number } | null;
  /** The day from which a change would hold, `YYYY-MM-DD`. */
  readonly since: string;
  readonly action: string;
  readonly back: string;
  /** What was sent and could not be taken; null before anything was. */
  readonly typed: { readonly state: string; readonly threshold: string } | null;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
}

const words = trustVi;

/** `/quan-tri/quy-tac/RULE`: one rule that sets ballots aside, and the form that changes it. */
export function renderRulePage(given: RulePageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { rule, faults, mayChange } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={ruleName(rule.id, words)}
      intro={words.page.ruleIntro}
      marker="rule"
      current="administration"
      isFaulty={faults.length > 0}
    >
      <p>
        <a href={props.back}>{words.page.all}</a>
      </p>
      <FaultSummary faults={faults} />
      {mayChange ? null : <p class="note">{words.page.readOnly}</p>}
      <RuleFacts rule={rule} />
      {mayChange ? <Change {...props} /> : null}
    </SignedInPage>,
  );
}

/** The form, or why there is none: a change of tomorrow stands. */
function Change(props: Shown<RulePageProps>) {
  if (props.rule.next?.since !== props.since) return <RuleForm {...props} />;
  return (
    <p id={fieldId('state')} tabIndex={-1}>
      {words.faults['change-pending']}
    </p>
  );
}

function RuleForm({ rule, range, since, action, typed, faults }: Shown<RulePageProps>) {
  const shown = rule.next ?? rule;
  const state = typed?.state ?? (shown.is_on ? 'on' : 'off');
  return (
    <form class="form" method="post" action={action}>
      <p>{words.page.effect(formatDay(since, 'vi'))}</p>
      <fieldset>
        <legend>{words.page.stateLegend}</legend>
        <FieldFaults id={fieldId('state')} faults={faults} />
        <Choice type="radio" name="state" value="on" isChecked={state === 'on'} id={fieldId('state')}>
          {words.page.turnOn}
        </Choice>
        <Choice type="radio" name="state" value="off" isChecked={state === 'off'}>
          {words.page.turnOff}
        </Choice>
      </fieldset>
      {range === null ? null : (
        <TextField
          name="threshold"
          label={words.thresholds[rule.id] ?? ''}
          hint={sayRange(range)}
          value={typed?.threshold ?? formatThreshold(shown.threshold ?? range.min, 'vi')}
          autocomplete="off"
          faults={faults}
        />
      )}
      <button type="submit">{words.page.button}</button>
    </form>
  );
}

const sayRange = ({ min, max, step }: NonNullable<RulePageProps['range']>): string =>
  step === 1 ? words.page.range(min, max) : words.page.rangeInSteps(min, max, step);
