import {
  counterNamesExample,
  fieldOptionsExample,
  LONG_NAME,
  officeExample,
} from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderCounterPage } from './CounterPage.tsx';
import { counterSettingsExample } from './CountersPage.examples.ts';

const props = {
  ...officeExample,
  counter: counterSettingsExample,
  address: 'https://khaosat.dongson.gov.vn/k/k7mpx',
  posterHref: '/can-bo/ma-qr?quay=k7mpx',
  fields: fieldOptionsExample,
  typed: { name: counterSettingsExample.name, field: 'civil-status', successor: '', into: '' },
  order: { at: 1, all: 3 },
  others: counterNamesExample.slice(1),
  faults: [],
  isSaved: false,
  mayChange: true,
};
const closed = { ...counterSettingsExample, isOpen: false, successor: LONG_NAME };

export const counterPageExamples: PageExamples<typeof renderCounterPage> = [
  { name: 'open, just saved', props: { ...props, isSaved: true } },
  { name: 'the only one', props: { ...props, order: { at: 1, all: 1 }, others: [] } },
  { name: 'closed', props: { ...props, counter: closed, order: null } },
  { name: 'merged', props: { ...props, counter: { ...closed, isMerged: true }, order: null } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { ...props.typed, name: '' },
      faults: [{ field: 'name', code: 'counter-name-missing' }],
    },
  },
];
