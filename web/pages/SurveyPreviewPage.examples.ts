import { exampleSurvey } from '../examples/survey.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSurveyPreviewPage } from './SurveyPreviewPage.tsx';

const props = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  contactPhone: '0237 000 0000',
  survey: exampleSurvey,
  source: 'published',
  otherLocaleHref: '/quan-tri/phieu/xem?lang=en',
} as const;

export const surveyPreviewPageExamples: PageExamples<typeof renderSurveyPreviewPage> = [
  { name: 'published', props },
  { name: 'a draft, in English', props: { ...props, source: 'draft', locale: 'en' } },
  {
    name: 'a file that was checked',
    props: { ...props, source: 'checked', otherLocaleHref: null, contactPhone: null },
  },
];
