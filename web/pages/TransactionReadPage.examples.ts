import type { PageExamples } from '../preview/example.ts';
import type { renderTransactionReadPage } from './TransactionReadPage.tsx';
import { fileExample, readExample } from './transaction-file.examples.ts';

const props = {
  ...fileExample,
  read: readExample,
  chosen: { kind: 'dossiers', date: null, counter: -1, counts: [], order: null, unfamiliar: null },
  faults: [],
};
const { proposal } = readExample;

export const transactionReadPageExamples: PageExamples<typeof renderTransactionReadPage> = [
  { name: 'a list of dossiers whose day has to be chosen', props },
  {
    name: 'nothing chosen, all questions open',
    props: {
      ...props,
      fileName: '',
      read: {
        ...readExample,
        proposal: {
          ...proposal,
          kind: null,
          counts: null,
          countColumns: [{ column: 0, reason: 'possible' }],
          dayOrder: null,
          unfamiliar: [
            { key: 'ho so huy thang 0', text: 'ho so huy thang 10' },
            { key: 'danh sach ho so da huy', text: 'DANH SÁCH HỒ SƠ ĐÃ HỦY' },
          ],
          needs: ['sheet', 'kind', 'date', 'count', 'day-order', 'unfamiliar'],
        },
      },
      chosen: { kind: null, date: null, counter: null, counts: [], order: null, unfamiliar: null },
      faults: ['kind', 'date', 'count', 'order', 'unfamiliar'],
    },
  },
  {
    name: 'columns of counters, and no day anywhere',
    props: {
      ...props,
      read: {
        ...readExample,
        proposal: {
          ...proposal,
          kind: 'counters',
          dates: [],
          countColumns: [
            { column: 0, reason: 'likely' },
            { column: 1, reason: 'possible' },
          ],
        },
      },
      chosen: { kind: 'counters', date: 5, counter: null, counts: [0], order: null, unfamiliar: null },
    },
  },
];
