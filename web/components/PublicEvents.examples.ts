import { LONG_NAME } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { PublicEvents } from './PublicEvents.tsx';

const survey = { id: 'mot-cua-day-du', version: 1, title: { vi: 'Phiếu đầy đủ', en: 'Full survey' } };

export const publicEventsExamples: Examples<typeof PublicEvents> = [
  {
    name: 'one of many kinds',
    props: {
      locale: 'vi',
      events: [
        { day: '2024-01-08', kind: 'restored', params: { copied_on: '2024-01-07' } },
        { day: '2024-01-10', kind: 'unit-renamed', params: { from: 'UBND xã Đông', to: 'UBND xã Đông Sơn' } },
        { day: '2024-01-11', kind: 'counter-closed', params: { counter: LONG_NAME } },
        { day: '2024-01-12', kind: 'target-changed', params: { since: '2024-02-01', from: 90, to: 92.5 } },
        {
          day: '2024-01-13',
          kind: 'survey-changed',
          params: { since: '2024-02-01', counters: ['Quầy 1', LONG_NAME], survey },
        },
        {
          day: '2024-01-14',
          kind: 'transactions-corrected',
          params: { from: '2024-01-01', to: '2024-01-07', entries: 2, before: 240, after: 260 },
        },
        { day: '2024-01-15', kind: 'seal-differs', params: { from: '2024-01-09' } },
      ],
    },
  },
  { name: 'nothing yet', props: { locale: 'vi', events: [] } },
];
