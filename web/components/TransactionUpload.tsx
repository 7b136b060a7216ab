import { fieldId, type ShownFault } from '../formatting/faults.ts';
import { transactionsVi as words } from '../messages/transactions.vi.ts';
import { FieldFaults } from './Faults.tsx';
import { controlProps } from './Form.tsx';

interface UploadProps {
  readonly faults: readonly ShownFault[];
}

/** The file is only analysed; nothing is stored. */
export function TransactionUpload({ faults }: UploadProps) {
  return (
    <>
      <p>{words.upload.intro}</p>
      <form
        class="form"
        method="post"
        action="/can-bo/giao-dich/tep"
        encType="multipart/form-data"
        data-busy=""
      >
        <div class="field">
          <label for={fieldId('file')}>{words.upload.file}</label>
          <FieldFaults id={fieldId('file')} faults={faults} />
          <input
            type="file"
            {...controlProps({ id: fieldId('file'), faults })}
            name="file"
            accept=".xlsx,.csv,.txt,.tsv,.xls,.html,text/csv"
          />
        </div>
        <button type="submit">{words.upload.button}</button>
      </form>
      <p class="soft">{words.upload.privacy}</p>
    </>
  );
}
