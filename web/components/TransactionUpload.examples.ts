import { counterNamesExample } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { TransactionUpload } from './TransactionUpload.tsx';

export const transactionUploadExamples: Examples<typeof TransactionUpload> = [
  { name: 'empty', props: { counters: counterNamesExample, faults: [] } },
  {
    name: 'no file',
    props: { counters: counterNamesExample, faults: [{ field: 'file', code: 'file-missing' }] },
  },
];
