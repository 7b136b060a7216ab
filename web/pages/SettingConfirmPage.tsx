import { renderDocument } from '../components/Document.tsx';
import { ConfirmForm } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { type SettingName, settingWords } from '../formatting/setting-words.ts';
import { settingsVi } from '../messages/settings.vi.ts';
import { surveyChoiceVi } from '../messages/survey-choice.vi.ts';
import type { Question } from '../types/setting-form.ts';
import type { AskedChange } from '../types/settings.ts';
import type { SurveyName } from './SurveysPage.tsx';

/** A survey to be used or withdrawn. `counters` are names; null: all counters. */
interface AskedSurvey {
  readonly act: 'change' | 'withdraw';
  readonly since: string;
  readonly survey: SurveyName;
  readonly counters: readonly string[] | null;
}

export interface SettingConfirmPageProps extends SignedInPageProps {
  readonly asked: (AskedChange & { readonly name: SettingName }) | AskedSurvey;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly path: string;
  /** Typed values that the confirmation sends again. */
  readonly fields: Readonly<Record<string, string>>;
}

const words = settingsVi.confirm;

/** Names the consequences before a setting is changed or a planned change withdrawn. */
export function renderSettingConfirmPage(props: SettingConfirmPageProps): string {
  const { asked, today, path, fields } = props;
  const isWithdrawal = asked.act === 'withdraw';
  const { sentence, notes, button } =
    'survey' in asked ? askSurvey(asked) : settingWords(asked.name).ask(asked);
  return renderDocument(
    <SignedInPage page={props} title={words.title} marker="confirm">
      <p>
        <b>{sentence}</b>
      </p>
      {'survey' in asked && asked.counters !== null ? (
        <ul class="facts">
          {asked.counters.map((counter) => (
            <li key={counter}>{counter}</li>
          ))}
        </ul>
      ) : null}
      {isWithdrawal ? null : <p>{asked.since === today ? words.today : words.later}</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <ConfirmForm action={isWithdrawal ? `${path}/rut` : path} fields={fields} button={button} back={path} />
    </SignedInPage>,
  );
}

function askSurvey({ act, since, survey, counters }: AskedSurvey): Question {
  const { name, confirm } = surveyChoiceVi;
  const isWithdrawal = act === 'withdraw';
  const [all, some] = isWithdrawal
    ? [confirm.withdrawAll, confirm.withdrawSome]
    : [confirm.changeAll, confirm.changeSome];
  const say = counters === null ? all : some;
  return {
    sentence: say(formatDay(since, 'vi'), name(survey.title, survey.id, survey.version)),
    notes: [...(isWithdrawal ? [] : [confirm.openForms]), words.public],
    button: isWithdrawal ? words.withdrawButton : words.changeButton,
  };
}
