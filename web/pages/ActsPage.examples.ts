import { LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderActsPage } from './ActsPage.tsx';

const props = {
  ...officeExample,
  acts: [
    {
      at: '2024-02-05T09:12:00+07:00',
      actor: 'quan-tri',
      kind: 'user-disabled',
      params: { user: 'mot-cua' },
    },
    {
      at: '2024-02-05T08:00:00+07:00',
      actor: 'quan-tri',
      kind: 'counter-renamed',
      params: { from: 'Quầy 3', to: LONG_NAME },
    },
    { at: '2024-02-01T08:00:00+07:00', actor: null, kind: 'something-new', params: {} },
  ],
  isFirstPage: true,
  nextHref: '/quan-tri/nhat-ky?truoc=1',
};

export const actsPageExamples: PageExamples<typeof renderActsPage> = [
  { name: 'three acts', props },
  { name: 'the end of the list', props: { ...props, isFirstPage: false, nextHref: null } },
  { name: 'empty', props: { ...props, acts: [], nextHref: null } },
];
