import { renderDocument } from '../components/Document.tsx';
import { ConfirmForm } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { surveyChoiceVi } from '../messages/survey-choice.vi.ts';
import type { SurveyName } from './SurveysPage.tsx';

export interface SurveyConfirmPageProps extends SignedInPageProps {
  readonly act: 'change' | 'withdraw';
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly today: string;
  readonly survey: SurveyName;
  /** Names; null: all of them. */
  readonly counters: readonly string[] | null;
  /** What was typed, to be sent again with the yes. */
  readonly fields: Readonly<Record<string, string>>;
}

const { name, confirm: words } = surveyChoiceVi;
const ADDRESS = '/quan-tri/phieu';

/** Asks before a survey is put in force or a plan withdrawn, and names where. */
export function renderSurveyConfirmPage(props: SurveyConfirmPageProps): string {
  const { act, since, today, survey, counters } = props;
  const isWithdrawal = act === 'withdraw';
  const [all, some] = isWithdrawal
    ? [words.withdrawAll, words.withdrawSome]
    : [words.changeAll, words.changeSome];
  const say = counters === null ? all : some;
  return renderDocument(
    <SignedInPage page={props} title={words.title} marker="confirm" current="administration">
      <p>
        <b>{say(formatDay(since, 'vi'), name(survey.title, survey.id, survey.version))}</b>
      </p>
      {counters === null ? null : (
        <ul class="facts">
          {counters.map((counter) => (
            <li key={counter}>{counter}</li>
          ))}
        </ul>
      )}
      {isWithdrawal ? null : <p>{since === today ? words.today : words.later}</p>}
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
