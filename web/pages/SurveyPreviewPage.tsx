import { DemoBanner } from '../components/DemoBanner.tsx';
import { Document, type PageProps, renderDocument } from '../components/Document.tsx';
import { FaceSymbols } from '../components/Face.tsx';
import { LanguageLink } from '../components/LanguageLink.tsx';
import { citizenMessages } from '../messages/citizen.ts';
import { surveyChoiceVi } from '../messages/survey-choice.vi.ts';
import type { SurveyView } from '../types/survey-view.ts';
import { NOTHING_KEPT, SurveyFields } from './SurveyPage.tsx';

export interface SurveyPreviewPageProps extends PageProps {
  readonly unitName: string;
  readonly contactPhone: string | null;
  readonly survey: SurveyView;
  /** Where the survey comes from: the server's folder, published or not, or a file that was just checked. */
  readonly source: 'published' | 'draft' | 'checked';
  /** The same page in the other language; null where it has no URL. */
  readonly otherLocaleHref: string | null;
}

const words = surveyChoiceVi.previewPage;

/** The survey as citizens see it, without form and token: nothing can be sent. */
export function renderSurveyPreviewPage(props: SurveyPreviewPageProps): string {
  const { assets, locale, demo, unitName, survey, source, otherLocaleHref } = props;
  const citizen = citizenMessages(locale).survey;
  return renderDocument(
    <Document
      assets={assets}
      locale={locale}
      title={`${words.note} ${survey.title[locale]}`}
      marker="preview"
    >
      <FaceSymbols />
      <header>
        {demo ? <DemoBanner locale={locale} /> : null}
        <div class="preview" lang="vi">
          <p>
            <b>{words.note}</b> {source === 'checked' ? words.sound : source === 'draft' ? words.draft : ''}
          </p>
          <p>
            <a href="/quan-tri/phieu">{words.back}</a>
          </p>
        </div>
        {otherLocaleHref === null ? null : <LanguageLink locale={locale} href={otherLocaleHref} />}
      </header>
      <main>
        <h1>{survey.title[locale]}</h1>
        <p class="place">
          {unitName} · <b>{words.counter}</b>
        </p>
        <p class="privacy">{citizen.privacyLine}</p>
        <p class="purpose">
          {survey.purpose[locale]} {citizen.onlyFirstRequired}
        </p>
        <SurveyFields
          locale={locale}
          survey={survey}
          asksField
          contactPhone={props.contactPhone}
          kept={NOTHING_KEPT}
          faults={[]}
        />
        <button type="button" id="send" disabled>
          {citizen.send}
        </button>
      </main>
    </Document>,
  );
}
