import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';
import type { FaultView, QuestionView, SurveyView } from '../types/survey-view.ts';

/** The element's id, for links back from the fields. */
export const FAULT_SUMMARY = 'faults';

/** The sentence for a fault's code; a general one for a code that the catalogue does not know. */
export function faultSentence(code: string, locale: Locale): string {
  const { faults } = citizenMessages(locale);
  return Object.hasOwn(faults, code) ? faults[code as keyof typeof faults] : faults.unknown;
}

interface FaultSummaryProps {
  readonly faults: readonly FaultView[];
  readonly survey: SurveyView;
  /** Whether the page asks for the field, and so has something to point at. */
  readonly asksField: boolean;
  readonly locale: Locale;
}

/** Every fault at once, at the top of the page, each linked to the field that it is about. */
export function FaultSummary({ faults, survey, asksField, locale }: FaultSummaryProps) {
  if (faults.length === 0) return null;
  return (
    <div id={FAULT_SUMMARY} class="faults" role="alert" tabIndex={-1}>
      <h2>{citizenMessages(locale).survey.faultHeading}</h2>
      <ul>
        {faults.map((fault) => {
          const place = describePlace(fault, survey, locale);
          return (
            <li key={`${fault.field} ${fault.code}`}>
              <a href={`#${targetOf(fault, survey, asksField)}`}>
                {place === null ? null : `${place}: `}
                {faultSentence(fault.code, locale)}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The words that stand over the field, where the sentence alone does not say which one is meant. */
function describePlace({ field }: FaultView, survey: SurveyView, locale: Locale): string | null {
  const question = questionOfField(field, survey);
  if (question) return question === survey.questions[0] ? null : question.text[locale];
  return field === 'kind' || field === 'field' ? survey.respondent[field].heading[locale] : null;
}

/** The id of the element to go to; the button where no field of this page is to blame. */
function targetOf(fault: FaultView, survey: SurveyView, asksField: boolean): string {
  const question = questionOfField(fault.field, survey);
  if (question) return firstChoiceOf(question.id);
  if (fault.field === 'comment') return 'comment';
  if (fault.field === 'kind' || (fault.field === 'field' && asksField)) return `${fault.field}-0`;
  return 'send';
}

/** The element that a question's fault points at: its first choice, which takes the focus. */
const firstChoiceOf = (questionId: string): string => `q.${questionId}-1`;

/** The question that a fault's field belongs to, by `q.ID` or `why.ID`. */
export function questionOfField(field: string, survey: SurveyView): QuestionView | undefined {
  const id = /^(?:q|why)\.(.+)$/.exec(field)?.[1];
  return id === undefined ? undefined : survey.questions.find((question) => question.id === id);
}
