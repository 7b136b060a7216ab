import { exampleSurvey, nothingKeptExample } from '../examples/survey.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { QuestionView } from '../types/survey-view.ts';
import type { LevelQuestion } from './LevelQuestion.tsx';

const [overall, seats] = exampleSurvey.questions as readonly [QuestionView, QuestionView];
const props = {
  question: seats,
  survey: exampleSurvey,
  locale: 'vi',
  spokenHeading: exampleSurvey.items_heading.vi,
  isRequired: false,
  kept: nothingKeptExample,
  faults: [],
} as const;

export const levelQuestionExamples: Examples<typeof LevelQuestion> = [
  {
    name: 'the first question, faulty',
    props: {
      ...props,
      question: overall,
      spokenHeading: null,
      isRequired: true,
      faults: [{ field: 'q.overall', code: 'overall-missing' }],
    },
  },
  { name: 'nothing chosen', props },
  {
    name: 'a low level, with reasons',
    props: { ...props, kept: { ...nothingKeptExample, levels: { i25: '1' }, why: { i25: ['few-chairs'] } } },
  },
  { name: 'not applicable', props: { ...props, kept: { ...nothingKeptExample, levels: { i25: 'na' } } } },
  { name: 'in English', props: { ...props, locale: 'en' } },
];
