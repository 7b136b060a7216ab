import { renderDocument } from '../components/Document.tsx';
import { FieldFaults } from '../components/Faults.tsx';
import { controlProps } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatSpan } from '../formatting/dates.ts';
import { fieldId } from '../formatting/faults.ts';
import { formatCount } from '../formatting/numbers.ts';
import {
  counterLabel,
  sayTransactionFault,
  showTransactionFaults,
  type TransactionFault,
} from '../formatting/transaction-faults.ts';
import { transactionsVi } from '../messages/transactions.vi.ts';
import type { CounterName, EntryKey } from '../types/transactions.ts';

/** One fault of a file: where it is and what. `value` is harmless to show again. */
export interface FileFaultView {
  readonly code: string;
  readonly row: number | null;
  /** Letters above the column. */
  readonly column: string | null;
  readonly value: string | null;
  /** A row, or a sum, by code. */
  readonly other: number | null;
  /** The number that it is about, and the kept one in its way. */
  readonly about?: EntryKey;
  readonly conflict?: EntryKey;
}

/** A number that would be saved, with the kept one that it takes the place of. */
export interface PreviewEntryView extends EntryKey {
  readonly n: number;
  readonly before: number | null;
}

/** A name of the file that is none of the counters, and what is chosen for it; '' nothing yet. */
export interface UnknownNameView {
  readonly index: number;
  readonly name: string;
  readonly choice: string;
}

export interface TransactionImportPageProps extends SignedInPageProps {
  readonly shape: string | null;
  readonly counters: readonly CounterName[];
  readonly isWholeUnit: boolean;
  readonly entries: readonly PreviewEntryView[];
  readonly names: readonly UnknownNameView[];
  readonly unfinished: number;
  readonly totalRows: number;
  readonly beforeOpening: number;
  readonly faults: readonly FileFaultView[];
  /** Faults of what was chosen for names. */
  readonly formFaults: readonly TransactionFault[];
  /** The numbers of the file as the form carries them on; null where nothing can be saved. */
  readonly payload: string | null;
  /** Whether a name has nothing chosen for it yet. */
  readonly mustChoose: boolean;
}

const words = transactionsVi;
const { preview } = words;
/** More faults than this are only counted. */
const FAULTS_SHOWN = 100;

/** What a file holds and what is wrong with it, before anything is kept. */
export function renderTransactionImportPage(props: TransactionImportPageProps): string {
  const { faults, formFaults, shape, unfinished, totalRows, beforeOpening } = props;
  const notes = [
    shape === null ? null : preview.shapes[shape],
    unfinished > 0 ? preview.unfinished(unfinished) : null,
    totalRows > 0 && faults.length === 0 ? preview.totalRows(totalRows) : null,
    beforeOpening > 0 ? preview.beforeOpening(beforeOpening) : null,
  ].filter((note) => note !== null && note !== undefined);
  return renderDocument(
    <SignedInPage
      page={props}
      title={preview.title}
      intro={preview.intro}
      marker="transactions-import"
      current="transactions"
      isFaulty={faults.length > 0 || formFaults.length > 0}
    >
      {faults.length > 0 ? <FileFaults {...props} /> : null}
      {notes.length === 0 ? null : (
        <ul class="facts">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Numbers {...props} />
    </SignedInPage>,
  );
}

function FileFaults({ faults, counters }: TransactionImportPageProps) {
  return (
    <>
      <div id="faults" class="faults" role="alert" tabIndex={-1}>
        <h2>{preview.faultHeading(faults.length)}</h2>
        <ul>
          {faults.slice(0, FAULTS_SHOWN).map((fault, index) => (
            <li key={`${index} ${fault.code}`}>{sayFileFault(fault, counters)}</li>
          ))}
        </ul>
        {faults.length > FAULTS_SHOWN ? <p>{preview.moreFaults(faults.length - FAULTS_SHOWN)}</p> : null}
      </div>
      <p>{preview.faultNote}</p>
    </>
  );
}

function sayFileFault(fault: FileFaultView, counters: readonly CounterName[]): string {
  const { row, column, value, other, code } = fault;
  const place =
    row === null || row === 0
      ? fault.about
        ? formatSpan(fault.about.from, fault.about.to, 'vi')
        : preview.wholeFile
      : column === null
        ? preview.row(row)
        : preview.rowColumn(row, column);
  const sentence = sayTransactionFault(
    { field: '', code, params: fault.conflict ? { other: fault.conflict } : {} },
    counters,
  );
  const isSum = code === 'row-total' || code === 'total-differs';
  const detail =
    other === null ? sentence : words.with(sentence, isSum ? words.otherSum(other) : words.otherRow(other));
  return preview.place(place, `${detail}${value === null ? '' : preview.value(value)}`);
}

function Numbers(props: TransactionImportPageProps) {
  const { entries, names, payload, faults, mustChoose } = props;
  const back = (
    <a class="button" href="/can-bo/giao-dich">
      {preview.back}
    </a>
  );
  if (payload === null) {
    return (
      <>
        {faults.length === 0 ? <p>{preview.nothing}</p> : null}
        <p>{back}</p>
      </>
    );
  }
  return (
    <form class="import" method="post" action="/can-bo/giao-dich/tep/luu">
      <input type="hidden" name="numbers" value={payload} />
      {names.map(({ index, name }) => (
        <input key={index} type="hidden" name="name" value={name} />
      ))}
      {names.length > 0 ? <Names {...props} /> : null}
      {entries.length > 0 ? <NumberTable {...props} /> : mustChoose ? null : <p>{preview.nothing}</p>}
      <p class="actions">
        {!mustChoose && faults.length === 0 && entries.length > 0 ? (
          <button type="submit" name="confirm" value="yes">
            {preview.save(entries.length)}
          </button>
        ) : null}
        {back}
      </p>
    </form>
  );
}

function Names({ names, counters, isWholeUnit, formFaults }: TransactionImportPageProps) {
  const shown = showTransactionFaults(formFaults, counters);
  return (
    <div class="form">
      <fieldset>
        <legend>{preview.namesHeading}</legend>
        <p>{preview.namesIntro}</p>
        {names.map(({ index, name, choice }) => {
          const field = `choice.${index}`;
          return (
            <div key={index} class="field">
              <label for={fieldId(field)}>{name}</label>
              <FieldFaults id={fieldId(field)} faults={shown} />
              <select {...controlProps({ id: fieldId(field), faults: shown })} name={field}>
                <option value="">{preview.choose}</option>
                {counters.map((counter) => (
                  <option key={counter.code} value={counter.code} selected={counter.code === choice}>
                    {counter.name}
                  </option>
                ))}
                {isWholeUnit ? (
                  <option value="all" selected={choice === 'all'}>
                    {words.wholeUnit}
                  </option>
                ) : null}
                <option value="skip" selected={choice === 'skip'}>
                  {preview.skip}
                </option>
              </select>
            </div>
          );
        })}
        <button type="submit" class="quiet">
          {preview.namesButton}
        </button>
      </fieldset>
    </div>
  );
}

/** The numbers with their days down and whose they are across. */
function NumberTable({ entries, counters }: TransactionImportPageProps) {
  const whose = [null, ...counters.map(({ code }) => code)].filter((code) =>
    entries.some((entry) => entry.counter === code),
  );
  const rows = new Map<string, Map<string | null, PreviewEntryView>>();
  for (const entry of [...entries].sort((a, b) => (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1))) {
    const key = `${entry.from} ${entry.to}`;
    const row = rows.get(key);
    if (row) row.set(entry.counter, entry);
    else rows.set(key, new Map([[entry.counter, entry]]));
  }
  const sum = (code: string | null) =>
    entries.filter(({ counter }) => counter === code).reduce((total, { n }) => total + n, 0);
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{preview.numbersHeading(entries.length)}</h2>
      <table class="stack figures">
        <caption class="vh">{preview.numbersHeading(entries.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{preview.days}</th>
            {whose.map((code) => (
              <th key={code ?? 'all'} scope="col">
                {counterLabel(code, counters)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([key, row]) => {
            const [from = '', to = ''] = key.split(' ');
            return (
              <tr key={key}>
                <th scope="row">{formatSpan(from, to, 'vi')}</th>
                {whose.map((code) => (
                  <td key={code ?? 'all'} data-label={counterLabel(code, counters)}>
                    <PreviewNumber entry={row.get(code)} />
                  </td>
                ))}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{preview.sum}</th>
            {whose.map((code) => (
              <td key={code ?? 'all'} data-label={counterLabel(code, counters)}>
                {formatCount(sum(code), 'vi')}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function PreviewNumber({ entry }: { readonly entry: PreviewEntryView | undefined }) {
  if (entry === undefined) return <span class="soft">–</span>;
  const { n, before } = entry;
  return (
    <>
      {formatCount(n, 'vi')}
      {before === null ? null : (
        <span class="soft"> {before === n ? preview.same : preview.replaced(formatCount(before, 'vi'))}</span>
      )}
    </>
  );
}
