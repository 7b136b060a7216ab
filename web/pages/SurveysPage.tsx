import { renderDocument } from '../components/Document.tsx';
import { ActForm, SelectField, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { SurveyFileForm } from '../components/SurveyFileForm.tsx';
import { formatDay } from '../formatting/dates.ts';
import { fieldId, type ShownFault, showFaults } from '../formatting/faults.ts';
import { surveyChoiceVi as words } from '../messages/survey-choice.vi.ts';
import type { Fault } from '../types/fault.ts';

export interface SurveyName {
  readonly id: string;
  readonly version: number;
  /** In Vietnamese. */
  readonly title: string;
}

interface SurveyLine extends SurveyName {
  /** Form value: `ID/VERSION`. */
  readonly key: string;
  readonly questions: number;
  readonly isPublished: boolean;
  readonly previewHref: string;
}

interface CounterLine {
  readonly code: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly survey: (SurveyName & { readonly since: string }) | null;
}

interface PlannedLine extends SurveyName {
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  /** Names of counters; null: all. */
  readonly counters: readonly string[] | null;
  readonly mayWithdraw: boolean;
}

interface SurveysPageProps extends SignedInPageProps {
  readonly counters: readonly CounterLine[];
  readonly planned: readonly PlannedLine[];
  readonly surveys: readonly SurveyLine[];
  readonly typed: { readonly survey: string; readonly counter: string; readonly since: string };
  /** Shown in the field's hint as an example of a valid day. */
  readonly exampleDay: string;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
}

const ADDRESS = '/quan-tri/phieu';
/** Form value that means all counters. */
const ALL_COUNTERS = 'all';
const PUBLISH_COMMAND = 'hailong survey publish ID VERSION';

const sayName = ({ title, id, version }: SurveyName): string => words.name(title, id, version);

/** `/quan-tri/phieu`: which survey each counter uses, planned changes, and a check of survey files. */
export function renderSurveysPage(props: SurveysPageProps): string {
  const faults = showFaults(
    props.faults.map(({ params = {}, ...fault }) => ({
      ...fault,
      params: params.day === undefined ? params : { ...params, day: formatDay(String(params.day), 'vi') },
    })),
    words.faults,
  );
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="surveys"
      faults={faults}
      mayChange={props.mayChange}
    >
      <p>{words.public}</p>
      <section aria-labelledby="current">
        <h2 id="current">{words.currentHeading}</h2>
        {props.counters.length === 0 ? <p>{words.noCounter}</p> : <CounterTable counters={props.counters} />}
      </section>
      <section aria-labelledby={fieldId('planned')}>
        <h2 id={fieldId('planned')} tabIndex={-1}>
          {words.plannedHeading}
        </h2>
        {props.planned.length === 0 ? (
          <p>{words.plannedNone}</p>
        ) : (
          <PlannedTable planned={props.planned} mayChange={props.mayChange} />
        )}
      </section>
      {props.mayChange ? <ChangeForm page={props} faults={faults} /> : null}
      <section aria-labelledby="list">
        <h2 id="list">{words.listHeading}</h2>
        <SurveyTable surveys={props.surveys} />
      </section>
      {props.mayChange ? (
        <section aria-labelledby="check">
          <h2 id="check">{words.checkHeading}</h2>
          <p>{words.checkNote}</p>
          <SurveyFileForm text="" faults={[]} />
          <p>{words.publishNote}</p>
          <p>
            <code>{PUBLISH_COMMAND}</code>
          </p>
        </section>
      ) : null}
    </SignedInPage>,
  );
}

function CounterTable({ counters }: Pick<SurveysPageProps, 'counters'>) {
  const { columns } = words;
  return (
    <StackTable caption={words.currentHeading} columns={[columns.counter, columns.survey, columns.since]}>
      {counters.map(({ code, name, isOpen, survey }) => (
        <tr key={code}>
          <th scope="row">{isOpen ? name : words.closed(name)}</th>
          <td data-label={columns.survey}>{survey === null ? words.nothing : sayName(survey)}</td>
          <td class="day" data-label={columns.since}>
            {survey === null ? '–' : formatDay(survey.since, 'vi')}
          </td>
        </tr>
      ))}
    </StackTable>
  );
}

function PlannedTable({ planned, mayChange }: Pick<SurveysPageProps, 'planned' | 'mayChange'>) {
  const { columns } = words;
  return (
    <StackTable
      caption={words.plannedHeading}
      columns={[columns.since, columns.survey, columns.counter, ...(mayChange ? [columns.withdraw] : [])]}
    >
      {planned.map((line, index) => (
        <tr key={`${line.since} ${line.key}`}>
          <th scope="row" class="day" id={`planned-${index}`} data-label={columns.since}>
            {formatDay(line.since, 'vi')}
          </th>
          <td data-label={columns.survey}>{sayName(line)}</td>
          <td data-label={columns.counter}>{line.counters?.join('; ') ?? words.allCounters}</td>
          {mayChange ? (
            <td>
              {line.mayWithdraw ? (
                <ActForm
                  action={`${ADDRESS}/rut`}
                  fields={{ survey: line.key, since: line.since }}
                  button={words.withdrawButton}
                  describedBy={`planned-${index}`}
                  isDangerous
                />
              ) : null}
            </td>
          ) : null}
        </tr>
      ))}
    </StackTable>
  );
}

function ChangeForm({
  page,
  faults,
}: {
  readonly page: SurveysPageProps;
  readonly faults: readonly ShownFault[];
}) {
  const { typed } = page;
  const published = page.surveys.filter(({ isPublished }) => isPublished);
  return (
    <section aria-labelledby="change">
      <h2 id="change">{words.changeHeading}</h2>
      <form class="form" method="post" action={ADDRESS}>
        <SelectField
          name="survey"
          label={words.survey}
          hint={words.surveyHint}
          value={typed.survey}
          options={[
            { value: '', text: words.surveyChoice },
            ...published.map((survey) => ({
              value: survey.key,
              text: words.withQuestions(sayName(survey), survey.questions),
            })),
          ]}
          faults={faults}
        />
        <SelectField
          name="counter"
          label={words.counter}
          value={typed.counter}
          options={[
            { value: ALL_COUNTERS, text: words.everyCounter },
            ...page.counters.map(({ code, name }) => ({ value: code, text: name })),
          ]}
          faults={faults}
        />
        <TextField
          name="since"
          type="date"
          label={words.since}
          hint={words.sinceHint(formatDay(page.exampleDay, 'vi'))}
          value={typed.since}
          faults={faults}
        />
        <button type="submit">{words.changeButton}</button>
      </form>
    </section>
  );
}

function SurveyTable({ surveys }: Pick<SurveysPageProps, 'surveys'>) {
  const { listColumns: columns } = words;
  return (
    <StackTable
      caption={words.listHeading}
      columns={[columns.survey, columns.questions, columns.state, columns.preview]}
    >
      {surveys.map((survey) => (
        <tr key={survey.key}>
          <th scope="row" id={`survey-${survey.key}`}>
            {sayName(survey)}
          </th>
          <td data-label={columns.questions}>{survey.questions}</td>
          <td data-label={columns.state}>{survey.isPublished ? words.published : words.draft}</td>
          <td>
            <a class="button" href={survey.previewHref} aria-describedby={`survey-${survey.key}`}>
              {words.preview}
            </a>
          </td>
        </tr>
      ))}
    </StackTable>
  );
}
