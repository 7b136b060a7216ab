import type { ComponentChildren } from 'preact';
import { renderDocument } from '../components/Document.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { type ColumnMark, SheetPreview } from '../components/SheetPreview.tsx';
import type { SignedInPageProps } from '../components/SignedInPage.tsx';
import { TransactionFileShell } from '../components/TransactionFileShell.tsx';
import { transactionFileVi as words } from '../messages/transaction-file.vi.ts';
import type { Candidate, ColumnProfile, MappingKind, ReadImport } from '../types/transaction-import.ts';

interface TransactionReadPageProps extends SignedInPageProps {
  readonly fileName: string;
  readonly action: string;
  readonly read: ReadImport;
  /** Answers so far about how to read the sheet, proposed or submitted; -1: no column. */
  readonly chosen: {
    readonly kind: string | null;
    readonly date: number | null;
    readonly counter: number | null;
    readonly counts: readonly number[];
    readonly order: string | null;
  };
  /** Fields of unanswered questions. */
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
  const shown = ({ column }: Candidate) => at(column).examples.join(', ');
  const id = proposal.id === null ? null : at(proposal.id);
  const kindNotes: Record<MappingKind, string> = {
    dossiers: id === null ? ask.noId : ask.idColumn(id.letters, id.filled - id.distinct),
    totals: ask.needsCount,
    counters: ask.countsNote,
  };
  const kinds = KINDS.filter((kind) => kind !== 'counters' || proposal.countColumns.length > 1);
  const needsOrder = proposal.needs.includes('day-order');
  return (
    <>
      <Question field="kind" title={ask.kind} faults={faults}>
        {proposal.titles.length === 0 ? null : <p class="note">{ask.titles(proposal.titles)}</p>}
        {kinds.map((kind) => (
          <Option key={kind} name="kind" value={kind} isChosen={chosen.kind === kind} note={kindNotes[kind]}>
            {ask.kinds[kind]}
          </Option>
        ))}
      </Question>
      <Question
        field="date"
        title={ask.date}
        note={
          proposal.needs.includes('date') && proposal.dates.length > 1 ? ask.dates(proposal.dates.length) : ''
        }
        faults={faults}
      >
        {proposal.dates.length === 0 ? <p class="fault">{ask.noDates}</p> : null}
        {proposal.dates.map((candidate) => {
          const { days, spans, filled } = at(candidate.column);
          const blank = read.rows - days - spans;
          return (
            <Option
              key={candidate.column}
              name="date"
              value={candidate.column}
              isChosen={chosen.date === candidate.column}
              note={ask.days(
                at(candidate.column).letters,
                shown(candidate),
                days + spans,
                Math.max(blank, filled - days - spans, 0),
              )}
            >
              {name(candidate.column)}
            </Option>
          );
        })}
      </Question>
      {proposal.countColumns.length === 0 ? null : (
        <Question field="count" title={ask.count} note={ask.countNote} faults={faults}>
          {proposal.countColumns.map((candidate) => (
            <Option
              key={candidate.column}
              name={chosen.kind === 'counters' ? 'counts' : 'count'}
              type={chosen.kind === 'counters' ? 'checkbox' : 'radio'}
              value={candidate.column}
              isChosen={chosen.counts.includes(candidate.column)}
              note={ask.column(at(candidate.column).letters, shown(candidate))}
            >
              {name(candidate.column)}
            </Option>
          ))}
        </Question>
      )}
      {needsOrder ? (
        <Question field="order" title={ask.order} note={ask.orderNote} faults={faults}>
          {proposal.orders.map(({ order, days }) => (
            <Option
              key={order}
              name="order"
              value={order}
              isChosen={chosen.order === order}
              note={ask.orderExamples(days)}
            >
              {ask.orders[order]}
            </Option>
          ))}
        </Question>
      ) : null}
      {chosen.kind === 'counters' ? null : (
        <Question field="counter" title={ask.counter} faults={faults}>
          <Option name="counter" value={-1} isChosen={chosen.counter === null || chosen.counter < 0}>
            {ask.whole}
          </Option>
          {proposal.counters.map(({ column }) => (
            <Option
              key={column}
              name="counter"
              value={column}
              isChosen={chosen.counter === column}
              note={ask.names(at(column).distinct)}
            >
              {ask.byColumn(name(column), at(column).letters)}
            </Option>
          ))}
        </Question>
      )}
    </>
  );
}

interface QuestionProps {
  readonly field: string;
  readonly title: string;
  readonly note?: string;
  readonly faults: readonly string[];
  readonly children: ComponentChildren;
}

function Question({ field, title, note = '', faults, children }: QuestionProps) {
  return (
    <fieldset class="ask" id={`ask-${field}`} tabIndex={-1}>
      <legend>
        {title}
        {note === '' ? null : <span class="soft"> {note}</span>}
      </legend>
      {faults.includes(field) ? <p class="fault">{ask.faults[field]}</p> : null}
      {children}
    </fieldset>
  );
}

interface OptionProps {
  readonly name: string;
  readonly value: string | number;
  readonly isChosen: boolean;
  readonly type?: 'radio' | 'checkbox';
  readonly note?: string;
  readonly children: ComponentChildren;
}

function Option({ name, value, isChosen, type = 'radio', note = '', children }: OptionProps) {
  return (
    <label class="choice">
      <input type={type} name={name} value={value} checked={isChosen} />
      <span class="choice-text">
        <b>{children}</b>
        {note === '' ? null : <span class="soft">{note}</span>}
      </span>
    </label>
  );
}
