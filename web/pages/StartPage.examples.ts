import { conditionsExample, missingExample } from '../components/StartConditions.examples.ts';
import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderStartPage } from './StartPage.tsx';

type Pages = PageExamples<typeof renderStartPage>;

const trial = { firstDay: '2026-11-23', lastDay: '2026-12-22', isOver: false, isExtended: false };
const props = {
  ...officeExample,
  trial,
  record: null,
  isLocalOnly: true,
  conditions: conditionsExample,
  counts: { ballots: 23, comments: 6, slips: 48, seals: 11, transactions: 0 },
  typed: '',
  faults: [],
  mayChange: true,
};

export const startPageExamples: Pages = [
  { name: 'ready', props },
  {
    name: 'three conditions are missing',
    props: {
      ...props,
      isLocalOnly: false,
      conditions: missingExample,
    },
  },
  {
    name: 'another number typed',
    props: { ...props, typed: '32', faults: [{ field: 'count', code: 'count-differs' }] },
  },
  {
    name: 'started',
    props: { ...props, trial: null, record: { from: '2026-11-23', to: '2026-12-05', erased: 23 } },
  },
];
