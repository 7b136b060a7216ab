import { transactionsVi } from '../messages/transactions.vi.ts';
import { fieldId } from './AccountForm.tsx';
import {
  type CounterName,
  FaultsBeside,
  faultyAttributes,
  type TransactionFault,
} from './TransactionFaults.tsx';

interface UploadProps {
  readonly counters: readonly CounterName[];
  readonly faults: readonly TransactionFault[];
}

const words = transactionsVi;

/** Chooses a file to look at; nothing is kept of it. */
export function TransactionUpload({ counters, faults }: UploadProps) {
  return (
    <>
      <p>{words.upload.intro}</p>
      <form class="form" method="post" action="/can-bo/giao-dich/tep" encType="multipart/form-data">
        <div class="field">
          <label for={fieldId('file')}>{words.upload.file}</label>
          <FaultsBeside field="file" faults={faults} counters={counters} />
          <input
            type="file"
            id={fieldId('file')}
            name="file"
            accept=".xlsx,.csv,.txt,.tsv,text/csv"
            {...faultyAttributes('file', faults)}
          />
        </div>
        <button type="submit">{words.upload.button}</button>
      </form>
      <p class="soft">{words.upload.privacy}</p>
      <details>
        <summary>{words.upload.shapesHeading}</summary>
        <ul>
          {words.upload.shapes.map((shape) => (
            <li key={shape}>{shape}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
