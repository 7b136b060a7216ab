import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSipasPage } from './SipasPage.tsx';

type Pages = PageExamples<typeof renderSipasPage>;

const props = {
  ...officeExample,
  sipas: { year: 2023, percent: 82.66, source: 'Sở Nội vụ, công bố ngày 17/4/2024' },
  typed: null,
  faults: [],
  isSaved: false,
  mayChange: true,
};

export const sipasPageExamples: Pages = [
  { name: 'never given', props: { ...props, sipas: null } },
  { name: 'in force', props },
  { name: 'just saved', props: { ...props, isSaved: true } },
  { name: 'taken away', props: { ...props, sipas: null, isSaved: true } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { year: 'năm ngoái', percent: '182,66', source: '' },
      faults: [
        { field: 'year', code: 'sipas-year-form' },
        { field: 'percent', code: 'sipas-percent-form' },
        { field: 'source', code: 'sipas-source-missing' },
      ],
    },
  },
];
