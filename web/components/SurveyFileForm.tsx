import type { ShownFault } from '../formatting/faults.ts';
import { surveyChoiceVi as words } from '../messages/survey-choice.vi.ts';
import { controlProps, Field } from './Form.tsx';

interface SurveyFileFormProps {
  readonly text: string;
  readonly faults: readonly ShownFault[];
}

/** Only checks the file; nothing is stored. */
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
