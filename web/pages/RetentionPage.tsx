import { renderDocument } from '../components/Document.tsx';
import { FaultSummary, FieldFaults } from '../components/Faults.tsx';
import { Choice } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { fieldId, type Shown, showFaults } from '../formatting/faults.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';
import type { Fault } from '../types/fault.ts';

export interface RetentionPageProps extends SignedInPageProps {
  /** How long comments are kept today. */
  readonly months: number;
  /** What takes its place; null where nothing does. */
  readonly next: { readonly since: string; readonly months: number } | null;
  /** What can be chosen, in months. */
  readonly choices: readonly number[];
  readonly chosen: string;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
}

const { retention: words } = feedbackVi;

/** `/quan-tri/luu-giu`: how long comments are kept. */
export function renderRetentionPage(given: RetentionPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { months, next, faults } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="retention"
      current="administration"
      isFaulty={faults.length > 0}
    >
      <FaultSummary faults={faults} />
      {props.mayChange ? null : <p class="note">{words.readOnly}</p>}
      <p>
        <b>{words.now(months)}</b>
        {next === null ? null : ` ${words.next(formatDay(next.since, 'vi'), next.months)}`}
      </p>
      <ul class="facts">
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {props.mayChange ? <RetentionForm {...props} /> : null}
    </SignedInPage>,
  );
}

function RetentionForm({ choices, chosen, faults }: Shown<RetentionPageProps>) {
  return (
    <form class="form" method="post" action="/quan-tri/luu-giu">
      <fieldset>
        <legend>{words.legend}</legend>
        <FieldFaults id={fieldId('months')} faults={faults} />
        {choices.map((months, index) => (
          <Choice
            key={months}
            type="radio"
            name="months"
            value={String(months)}
            isChecked={chosen === String(months)}
            {...(index === 0 ? { id: fieldId('months') } : {})}
          >
            {words.months(months)}
          </Choice>
        ))}
      </fieldset>
      <button type="submit">{words.button}</button>
    </form>
  );
}
