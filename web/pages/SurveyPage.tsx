import { ChoiceList } from '../components/ChoiceList.tsx';
import { CounterHeader } from '../components/CounterHeader.tsx';
import { DeliveryNotes } from '../components/DeliveryNotes.tsx';
import { Document, NO_ICON, type PageProps, renderDocument } from '../components/Document.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { LevelQuestion } from '../components/LevelQuestion.tsx';
import { PhoneNumber } from '../components/PhoneNumber.tsx';
import { type ShownFault, sayFault } from '../formatting/faults.ts';
import { pageHref } from '../formatting/page-href.ts';
import { citizenMessages } from '../messages/citizen.ts';
import type { Fault } from '../types/fault.ts';
import type { Locale } from '../types/locale.ts';
import type { KeptAnswers, QuestionView, SurveyView } from '../types/survey-view.ts';

export interface SurveyPageProps extends PageProps {
  readonly unitName: string;
  readonly counterName: string;
  /** Null: the page does not offer a call. */
  readonly contactPhone: string | null;
  /** URL that receives the ballot, `/k/k7mpx`. */
  readonly action: string;
  readonly otherLocaleHref: string;
  /** The only bytes that differ between visitors. They occur exactly once, so that the rest can be cached. */
  readonly token: string;
  readonly survey: SurveyView;
  /** False if the counter serves a single business field (lĩnh vực). */
  readonly asksField: boolean;
  readonly kept: KeptAnswers;
  readonly faults: readonly Fault[];
}

type SurveyFieldsProps = Pick<
  SurveyPageProps,
  'locale' | 'defaultLocale' | 'survey' | 'asksField' | 'contactPhone' | 'kept' | 'faults'
> & {
  /** A preview has nothing to submit. */
  readonly isPreview?: boolean;
};

const OVERALL_FIELD = 'q.overall';

/** For a first visit: nothing is preselected. */
export const NOTHING_KEPT: KeptAnswers = { levels: {}, why: {}, kind: '', field: '', comment: '' };

/** The page behind a counter's QR code. */
export const renderSurveyPage = (props: SurveyPageProps): string => renderDocument(<SurveyPage {...props} />);

function SurveyPage(props: SurveyPageProps) {
  const { assets, locale, unitName, survey, faults } = props;
  const words = citizenMessages(locale).survey;
  const title = `${survey.title[locale]} – ${unitName}`;

  return (
    <Document
      assets={assets}
      locale={locale}
      title={faults.length > 0 ? `${words.faultTitle}: ${title}` : title}
      marker="survey"
      description={survey.purpose[locale]}
      icon={NO_ICON}
    >
      <CounterHeader {...props} />
      <main>
        {faults.every(({ field }) => field === OVERALL_FIELD) ? null : (
          <FaultSummary faults={showSurveyFaults(props)} heading={words.faultHeading} />
        )}
        <DeliveryNotes locale={locale} />
        <form id="survey" method="post" action={props.action} autocomplete="off" data-sending={words.sending}>
          <input type="hidden" name="t" value={props.token} />
          <input type="hidden" name="s" value={`${survey.id}/${survey.version}`} />
          <SurveyFields {...props} />
        </form>
      </main>
    </Document>
  );
}

/** The questions without the form around them, so that a preview can show them. */
export function SurveyFields(props: SurveyFieldsProps) {
  const { survey, kept, faults, locale, isPreview = false } = props;
  const words = citizenMessages(locale).survey;
  const [overall, ...items] = survey.questions;
  const faultsOf = (questionId: string) =>
    faults.filter((fault) => questionOfField(fault.field, survey)?.id === questionId);
  const shared = { survey, locale, kept };
  return (
    <>
      {overall ? (
        <LevelQuestion
          {...shared}
          question={overall}
          spokenHeading={null}
          isRequired
          faults={faultsOf(overall.id)}
        >
          <div class="go">
            <button type={isPreview ? 'button' : 'submit'} id="send" disabled={isPreview}>
              {words.send}
            </button>
          </div>
        </LevelQuestion>
      ) : null}
      <p>
        <a href={pageHref('/rieng-tu', props)} aria-label={`${words.privacyLine} ${words.privacyMore}`}>
          {words.privacyLine}
        </a>
      </p>
      {items.length > 0 ? (
        <>
          <p class="next">{words.more(items.length)}</p>
          <h2>{survey.items_heading[locale]}</h2>
          <p class="hint">{words.optional}</p>
        </>
      ) : null}
      {items.map((question) => (
        <LevelQuestion
          {...shared}
          key={question.id}
          question={question}
          spokenHeading={survey.items_heading[locale]}
          isRequired={false}
          faults={faultsOf(question.id)}
        />
      ))}
      <Respondent {...props} />
      <Comment {...props} />
      {items.length > 0 ? (
        <button type={isPreview ? 'button' : 'submit'} disabled={isPreview}>
          {words.send}
        </button>
      ) : null}
    </>
  );
}

/** Collapsed questions about the respondent; open if they have input or a fault. */
function Respondent({ survey, asksField, kept, faults, locale }: SurveyFieldsProps) {
  const names = asksField ? (['kind', 'field'] as const) : (['kind'] as const);
  const asked = names.filter((name) => survey.respondent[name].options.length > 0);
  if (asked.length === 0) return null;
  const isOpen = asked.some((name) => kept[name] !== '' || faults.some((fault) => fault.field === name));
  return (
    <details class="box" open={isOpen}>
      <summary>{citizenMessages(locale).survey.respondentHeading}</summary>
      {asked.map((name) => (
        <ChoiceList
          key={name}
          name={name}
          heading={survey.respondent[name].heading[locale]}
          options={survey.respondent[name].options}
          kept={kept[name]}
          faults={faults.filter((fault) => fault.field === name)}
          locale={locale}
        />
      ))}
    </details>
  );
}

/** Has no `maxlength`, because browsers miscount Vietnamese while it is typed; the server checks the length. */
function Comment({ survey, kept, faults, contactPhone, locale }: SurveyFieldsProps) {
  const citizen = citizenMessages(locale);
  const words = citizen.survey;
  const own = faults.filter((fault) => fault.field === 'comment');
  const described = [...own.map((_, index) => `fault.comment.${index}`), 'hint.comment'].join(' ');
  return (
    <div class="box">
      <label for="comment">{survey.comment.heading[locale]}</label>
      {own.map((fault, index) => (
        <p key={fault.code} class="fault">
          <span id={`fault.comment.${index}`}>{sayFault(fault, citizen.faults)}</span>
        </p>
      ))}
      <textarea
        id="comment"
        name="comment"
        rows={3}
        aria-describedby={described}
        {...(own.length > 0 ? { 'aria-invalid': 'true' } : {})}
      >
        {kept.comment}
      </textarea>
      <p class="hint" id="hint.comment">
        {words.commentHint}
        {contactPhone ? (
          <>
            {' '}
            {words.commentCall} <PhoneNumber number={contactPhone} />.
          </>
        ) : null}
      </p>
    </div>
  );
}

const showSurveyFaults = ({ faults, survey, asksField, locale }: SurveyPageProps): ShownFault[] =>
  faults.map((fault) => ({
    id: targetOf(fault, survey, asksField),
    place: describePlace(fault, survey, locale),
    sentence: sayFault(fault, citizenMessages(locale).faults),
  }));

function describePlace({ field }: Fault, survey: SurveyView, locale: Locale): string | null {
  const question = questionOfField(field, survey);
  if (question) return question === survey.questions[0] ? null : question.text[locale];
  return field === 'kind' || field === 'field' ? survey.respondent[field].heading[locale] : null;
}

/** Element id: a question's first answer, or the submit button if the page has no such field. */
function targetOf({ field }: Fault, survey: SurveyView, asksField: boolean): string {
  const question = questionOfField(field, survey);
  if (question) return `q.${question.id}-1`;
  if (field === 'comment') return 'comment';
  if (field === 'kind' || (field === 'field' && asksField)) return `${field}-0`;
  return 'send';
}

/** `field` is `q.ID` or `why.ID`. */
function questionOfField(field: string, survey: SurveyView): QuestionView | undefined {
  const id = /^(?:q|why)\.(.+)$/.exec(field)?.[1];
  return id === undefined ? undefined : survey.questions.find((question) => question.id === id);
}
