import { fieldId, type ShownFault } from '../formatting/faults.ts';
import { transactionsVi as words } from '../messages/transactions.vi.ts';
import { controlProps, Field } from './Form.tsx';

/** Only reads the file; the next pages ask what to store. */
export function TransactionUpload({ faults }: { readonly faults: readonly ShownFault[] }) {
  const file = { id: fieldId('file'), label: words.upload.file, faults };
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
        <Field {...file}>
          <input
            type="file"
            {...controlProps(file)}
            name="file"
            accept=".xlsx,.csv,.txt,.tsv,.xls,.html,text/csv"
          />
        </Field>
        <button type="submit">{words.upload.button}</button>
      </form>
      <p class="soft">{words.upload.privacy}</p>
    </>
  );
}
