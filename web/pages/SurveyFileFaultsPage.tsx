import { renderDocument } from '../components/Document.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { SurveyFileForm } from '../components/SurveyFileForm.tsx';
import { surveyChoiceVi as choice } from '../messages/survey-choice.vi.ts';
import { surveyFaultsVi as words } from '../messages/survey-faults.vi.ts';
import type { FileFault } from '../types/fault.ts';

interface SurveyFileFaultsPageProps extends SignedInPageProps {
  /** Null: neither a file nor a text was sent. */
  readonly examined: {
    readonly faults: readonly FileFault[];
    readonly more: number;
    /** Where the JSON is not well-formed; null: unknown, or it is well-formed. */
    readonly brokenAt: { readonly line: number; readonly column: number } | null;
  } | null;
  readonly text: string;
}

/** `/quan-tri/phieu/kiem-tra`: faults of a survey file, each with its path in the file, and the form to try again. */
export function renderSurveyFileFaultsPage(props: SurveyFileFaultsPageProps): string {
  const { examined, text } = props;
  const missing = [{ id: 'survey-file', sentence: choice.textMissing }];
  return renderDocument(
    <SignedInPage
      page={props}
      title={examined === null ? choice.checkHeading : words.title}
      marker="survey-file-faults"
      isFaulty
    >
      {examined === null ? <FaultSummary faults={missing} /> : <FaultTable {...examined} />}
      <section aria-labelledby="again">
        <h2 id="again">{choice.checkHeading}</h2>
        <SurveyFileForm text={text} faults={examined === null ? missing : []} />
      </section>
      <p>
        <a class="button" href="/quan-tri/phieu">
          {choice.previewPage.back}
        </a>
      </p>
    </SignedInPage>,
  );
}

type Examined = NonNullable<SurveyFileFaultsPageProps['examined']>;

function FaultTable({ faults, more, brokenAt }: Examined) {
  const place = ({ field, code }: FileFault): string => {
    if (code === 'bad-json' && brokenAt) return words.brokenAt(brokenAt.line, brokenAt.column);
    return field === '' ? words.whole : field;
  };
  return (
    <>
      <div id="faults" class="faults" role="alert" tabIndex={-1}>
        <h2>{words.heading(faults.length + more)}</h2>
        {more > 0 ? <p>{words.more(more)}</p> : null}
      </div>
      <p class="soft">{words.placeNote}</p>
      <StackTable caption={words.title} columns={[words.columns.place, words.columns.fault]}>
        {faults.map((fault, index) => (
          <tr key={index}>
            <th scope="row">
              <code>{place(fault)}</code>
            </th>
            <td data-label={words.columns.fault}>
              {words.codes[fault.code]?.(fault.params) ?? words.other(fault.message)}
            </td>
          </tr>
        ))}
      </StackTable>
    </>
  );
}
