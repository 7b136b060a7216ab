import { CounterHeader } from '../components/CounterHeader.tsx';
import { Document, type PageProps, renderDocument } from '../components/Document.tsx';
import { surveyChoiceVi } from '../messages/survey-choice.vi.ts';
import type { SurveyView } from '../types/survey-view.ts';
import { NOTHING_KEPT, SurveyFields } from './SurveyPage.tsx';

export interface SurveyPreviewPageProps extends PageProps {
  readonly unitName: string;
  readonly contactPhone: string | null;
  readonly survey: SurveyView;
  /** `published` and `draft` are files on the server; `checked` is a file that was just uploaded. */
  readonly source: 'published' | 'draft' | 'checked';
  /** Null if the preview has no URL, so that it exists in one language only. */
  readonly otherLocaleHref: string | null;
}

const words = surveyChoiceVi.previewPage;

/** The survey as citizens see it, without form and token, so that nothing can be sent. */
export function renderSurveyPreviewPage(props: SurveyPreviewPageProps): string {
  const { assets, locale, survey, source } = props;
  return renderDocument(
    <Document
      assets={assets}
      locale={locale}
      title={`${words.note} ${survey.title[locale]}`}
      marker="preview"
    >
      <aside class="preview" lang="vi">
        <p>
          <b>{words.note}</b> {source === 'checked' ? words.sound : source === 'draft' ? words.draft : ''}
        </p>
        <p>
          <a href="/quan-tri/phieu">{words.back}</a>
        </p>
      </aside>
      <CounterHeader {...props} counterName={words.counter} />
      <main>
        <SurveyFields
          isPreview
          locale={locale}
          survey={survey}
          asksField
          contactPhone={props.contactPhone}
          kept={NOTHING_KEPT}
          faults={[]}
        />
      </main>
    </Document>,
  );
}
