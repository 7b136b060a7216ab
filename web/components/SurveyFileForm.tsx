import type { ShownFault } from '../formatting/faults.ts';
import { surveyChoiceVi } from '../messages/survey-choice.vi.ts';
import { controlProps, Field } from './Form.tsx';

const words = surveyChoiceVi;

interface SurveyFileFormProps {
  /** What was pasted, to be mended. */
  readonly text: string;
  readonly faults: readonly ShownFault[];
}

/** The form that has a survey file checked: a file, or its text. Nothing of it is kept. */
export function SurveyFileForm({ text, faults }: SurveyFileFormProps) {
  const file = { id: 'survey-file', hint: words.fileHint, faults };
  const pasted = { id: 'survey-text', hint: words.textHint, faults };
  return (
    <form class="form" method="post" action="/quan-tri/phieu/kiem-tra" enctype="multipart/form-data">
      <Field {...file} label={words.file}>
        <input {...controlProps(file)} type="file" name="file" accept=".json,application/json" />
      </Field>
      <Field {...pasted} label={words.text}>
        <textarea
          {...controlProps(pasted)}
          name="text"
          rows={10}
          class="literal"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        >
          {text}
        </textarea>
      </Field>
      <p class="actions">
        <button type="submit" name="lang" value="vi">
          {words.checkButton}
        </button>
        <button type="submit" name="lang" value="en" class="quiet">
          {words.checkEnglish}
        </button>
      </p>
    </form>
  );
}
