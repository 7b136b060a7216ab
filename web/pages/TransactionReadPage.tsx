import type { ComponentChildren } from 'preact';
import { renderDocument } from '../components/Document.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { type ColumnMark, SheetPreview } from '../components/SheetPreview.tsx';
import type { SignedInPageProps } from '../components/SignedInPage.tsx';
import { TransactionFileShell } from '../components/TransactionFileShell.tsx';
import { transactionFileVi as words } from '../messages/transaction-file.vi.ts';
import type { ColumnProfile, MappingKind, ReadImport } from '../types/transaction-import.ts';

interface TransactionReadPageProps extends SignedInPageProps {
  readonly fileName: string;
  readonly action: string;
  readonly read: ReadImport;
  /** Answers so far, proposed by the server or given by the person. A column -1 means that there is none. */
  readonly chosen: {
    readonly kind: string | null;
    readonly date: number | null;
    readonly counter: number | null;
    readonly counts: readonly number[];
    readonly order: string | null;
    readonly unfamiliar: string | null;
  };
  /** Questions (by field) that still have no answer. */
  readonly faults: readonly string[];
}

const { ask, place } = words;
const KINDS: readonly MappingKind[] = ['dossiers', 'totals', 'counters'];

/** `/can-bo/giao-dich/tep/…`: a preview of the sheet, and questions about how to read it. */
export function renderTransactionReadPage(props: TransactionReadPageProps): string {
  const { read, action, chosen, faults, fileName } = props;
  const marks = new Map<number, ColumnMark>();
  if (chosen.kind === 'dossiers' && read.proposal.id !== null) marks.set(read.proposal.id, 'id');
  for (const column of chosen.counts) marks.set(column, 'count');
  if (chosen.counter !== null && chosen.counter >= 0) marks.set(chosen.counter, 'counter');
  if (chosen.date !== null && chosen.date >= 0) marks.set(chosen.date, 'date');
  return renderDocument(
    <TransactionFileShell page={props} fileName={fileName} step={0} isFaulty={faults.length > 0}>
      <PlaceForm read={read} action={action} />
      <div class="beside">
        <form class="form card" method="post" action={action} data-busy="">
          <input type="hidden" name="trang" value={read.sheet} />
          <input type="hidden" name="dong" value={read.headingRow} />
          <h2>{ask.heading}</h2>
          <FaultSummary
            heading={ask.faultHeading}
            faults={faults.map((fault) => ({ id: `ask-${fault}`, sentence: ask.faults[fault] ?? fault }))}
          />
          <Questions {...props} />
          <p class="actions">
            <button type="submit">{ask.button}</button>
            <a href="/can-bo/giao-dich">{words.cancel}</a>
          </p>
        </form>
        <section class="card">
          <SheetPreview read={read} marks={marks} />
        </section>
      </div>
    </TransactionFileShell>,
  );
}

function PlaceForm({ read, action }: Pick<TransactionReadPageProps, 'read' | 'action'>) {
  return (
    <>
      {read.proposal.needs.includes('sheet') ? <p class="note">{place.several}</p> : null}
      <form class="place" method="get" action={action} data-busy="">
        {read.sheets.length === 1 ? null : (
          <label>
            {place.sheet}{' '}
            <select name="trang">
              {read.sheets.map(({ name }, index) => (
                <option key={`${index} ${name}`} value={index} selected={index === read.sheet}>
                  {name === '' ? place.unnamed(index + 1) : name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {place.heading}{' '}
          <select name="dong">
            {read.headingRows.map((row) => (
              <option key={row} value={row} selected={row === read.headingRow}>
                {row}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="quiet">
          {place.button}
        </button>
      </form>
    </>
  );
}

function Questions({ read, chosen, faults }: TransactionReadPageProps) {
  const { proposal, columns } = read;
  const at = (column: number) => columns[column] as ColumnProfile;
  const name = (column: number) => at(column).heading || at(column).letters;
  const shown = (column: number) => at(column).examples.join(', ');
  const id = proposal.id === null ? null : at(proposal.id);
  const kindNotes: Record<MappingKind, string> = {
    dossiers: id === null ? ask.noId : ask.idColumn(id.letters, id.filled - id.distinct),
    totals: ask.needsCount,
    counters: ask.countsNote,
  };
  const kinds = KINDS.filter((kind) => kind !== 'counters' || proposal.countColumns.length > 1);
  const isByCounter = chosen.kind === 'counters';
  const needsDate = proposal.needs.includes('date') && proposal.dates.length > 1;
  const questions: Question[] = [
    {
      field: 'kind',
      title: ask.kind,
      options: kinds.map((kind) => ({ value: kind, label: ask.kinds[kind], note: kindNotes[kind] })),
      chosen: [chosen.kind],
    },
    {
      field: 'date',
      title: ask.date,
      note: needsDate ? ask.dates(proposal.dates.length) : '',
      warning: proposal.dates.length === 0 ? <p class="fault">{ask.noDates}</p> : null,
      options: proposal.dates.map(({ column }) => {
        const { letters, days, spans, filled } = at(column);
        const blank = Math.max(read.rows - days - spans, filled - days - spans, 0);
        return {
          value: column,
          label: name(column),
          note: ask.days(letters, shown(column), days + spans, blank),
        };
      }),
      chosen: [chosen.date],
    },
    {
      field: 'count',
      name: isByCounter ? 'counts' : 'count',
      type: isByCounter ? 'checkbox' : 'radio',
      title: ask.count,
      note: ask.countNote,
      options: proposal.countColumns.map(({ column }) => ({
        value: column,
        label: name(column),
        note: ask.column(at(column).letters, shown(column)),
      })),
      chosen: chosen.counts,
    },
    {
      field: 'order',
      title: ask.order,
      note: ask.orderNote,
      options: (proposal.needs.includes('day-order') ? proposal.orders : []).map(({ order, days }) => ({
        value: order,
        label: ask.orders[order],
        note: ask.orderExamples(days),
      })),
      chosen: [chosen.order],
    },
    {
      field: 'counter',
      title: ask.counter,
      options: [
        { value: -1, label: ask.whole },
        ...proposal.counters.map(({ column }) => ({
          value: column,
          label: ask.byColumn(name(column), at(column).letters),
          note: ask.names(at(column).distinct),
        })),
      ],
      chosen: [chosen.counter ?? -1],
    },
    {
      field: 'unfamiliar',
      type: 'checkbox',
      title: ask.unfamiliar,
      note: ask.unfamiliarNote,
      warning:
        proposal.unfamiliar.length === 0 ? null : (
          <ul class="note">
            {proposal.unfamiliar.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        ),
      options: proposal.unfamiliar.length === 0 ? [] : [{ value: 'yes', label: ask.unfamiliarSeen }],
      chosen: [chosen.unfamiliar],
    },
  ];
  return (
    <>
      {questions
        .filter(({ options, warning }) => options.length > 0 || warning)
        .filter(({ field }) => field !== 'counter' || !isByCounter)
        .map((question) => (
          <QuestionField
            key={question.field}
            question={question}
            isFaulty={faults.includes(question.field)}
          />
        ))}
    </>
  );
}

interface Question {
  readonly field: string;
  /** Name of the inputs, if it differs from `field`. */
  readonly name?: string;
  readonly type?: 'radio' | 'checkbox';
  readonly title: string;
  readonly note?: string;
  readonly warning?: ComponentChildren;
  readonly options: readonly {
    readonly value: string | number;
    readonly label: string;
    readonly note?: string;
  }[];
  readonly chosen: readonly (string | number | null)[];
}

function QuestionField({ question, isFaulty }: { readonly question: Question; readonly isFaulty: boolean }) {
  const { field, name = field, type = 'radio', title, note = '', warning, options, chosen } = question;
  return (
    <fieldset class="ask" id={`ask-${field}`} tabIndex={-1}>
      <legend>
        {title}
        {note === '' ? null : <span class="soft"> {note}</span>}
      </legend>
      {isFaulty ? <p class="fault">{ask.faults[field]}</p> : null}
      {warning}
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input type={type} name={name} value={option.value} checked={chosen.includes(option.value)} />
          <span class="choice-text">
            <b>{option.label}</b>
            {option.note ? <span class="soft">{option.note}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
