import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderOpeningHoursPage } from './OpeningHoursPage.tsx';

const day = { morning: { from: '7:30', to: '11:30' }, afternoon: { from: '13:30', to: '17:00' } };
const closed = { morning: { from: '', to: '' }, afternoon: { from: '', to: '' } };
const props = {
  ...officeExample,
  week: [day, day, day, day, day, { ...closed, morning: day.morning }, closed],
  daysOff: [
    { from: '2024-02-08', to: '2024-02-14' },
    { from: '2024-04-18', to: '2024-04-18' },
  ],
  typedSince: '2024-02-05',
  since: '2024-01-01',
  coming: [{ since: '2024-03-01', href: '/quan-tri/gio-mo-cua?tu=2024-03-01' }],
  editing: null,
  faults: [],
  isSaved: false,
  mayChange: true,
};

export const openingHoursPageExamples: PageExamples<typeof renderOpeningHoursPage> = [
  { name: 'hours, days off, other hours to come; just saved', props: { ...props, isSaved: true } },
  {
    name: 'never set',
    props: { ...props, week: Array.from({ length: 7 }, () => closed), daysOff: [], since: null, coming: [] },
  },
  { name: 'the hours to come', props: { ...props, editing: '2024-03-01', typedSince: '2024-03-01' } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      daysOff: 'Tết',
      typedSince: 'mai',
      faults: [
        { field: '1.morning', code: 'session-form' },
        { field: 'days_off', code: 'days-form', params: { line: 1 } },
        { field: 'since', code: 'day-malformed' },
      ],
    },
  },
];
