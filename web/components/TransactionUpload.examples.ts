import type { Examples } from '../preview/example.ts';
import { counterNamesExample } from './office.examples.ts';
import type { TransactionUpload } from './TransactionUpload.tsx';

export const transactionUploadExamples: Examples<typeof TransactionUpload> = [
  { name: 'empty', props: { counters: counterNamesExample, faults: [] } },
  {
    name: 'no file',
    props: { counters: counterNamesExample, faults: [{ field: 'file', code: 'file-missing' }] },
  },
];
