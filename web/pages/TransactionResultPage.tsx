import { renderDocument } from '../components/Document.tsx';
import { FileChoices } from '../components/FileChoices.tsx';
import { LeftOutList } from '../components/LeftOutList.tsx';
import { SavedByDay } from '../components/SavedByDay.tsx';
import { ScrollFrame } from '../components/ScrollFrame.tsx';
import type { SignedInPageProps } from '../components/SignedInPage.tsx';
import { TransactionFileShell } from '../components/TransactionFileShell.tsx';
import { formatDay } from '../formatting/dates.ts';
import { listLeftOut } from '../formatting/left-out.ts';
import { formatCount } from '../formatting/numbers.ts';
import { transactionFileVi } from '../messages/transaction-file.vi.ts';
import type { Mapping, PreparedImport, ReadImport } from '../types/transaction-import.ts';
import type { CounterName } from '../types/transactions.ts';

interface TransactionResultPageProps extends SignedInPageProps {
  readonly fileName: string;
  readonly action: string;
  readonly read: ReadImport;
  readonly mapping: Mapping;
  readonly prepared: PreparedImport;
  /** Only counters for which the person may enter numbers. */
  readonly counters: readonly CounterName[];
  readonly isWholeUnit: boolean;
  /** Whether the meaning of a name or state in the file has still to be chosen. */
  readonly isFaulty: boolean;
}

const { result: words } = transactionFileVi;
const BAD_SHOWN = 50;
/** Rows that can be read, but may be wrong; a person may accept them. */
const DOUBTS = [
  'hidden-row',
  'struck-out',
  'other-section',
  'other-shape',
  'looks-like-sum',
  'day-above',
  'repeated',
  'before-received',
];

/** Shown before the import: what it will save on which day, and what it leaves out and why. */
export function renderTransactionResultPage(props: TransactionResultPageProps): string {
  const { read, fileName, action, prepared, isFaulty } = props;
  const needsNames = prepared.names.some(({ choice }) => choice === null);
  const needsStates = (read.numbers?.states.length ?? 0) > 0;
  return renderDocument(
    <TransactionFileShell page={props} fileName={fileName} step={1} isFaulty={isFaulty}>
      <p>
        {describeReading(props)} {read.isRemembered ? words.remembered : null}{' '}
        <a href={`${action}?hoi=&trang=${read.sheet}&dong=${read.headingRow}`}>{words.again}</a>
      </p>
      <BadRows {...props} />
      {needsStates ? <States {...props} /> : null}
      {prepared.names.length > 0 && !needsStates ? <Names {...props} /> : null}
      {needsNames || needsStates ? null : <Numbers {...props} />}
    </TransactionFileShell>,
  );
}

const headingOf = ({ columns }: ReadImport, column: number): string =>
  `${columns[column]?.heading ?? ''} (${columns[column]?.letters})`;

function describeReading({ read, mapping }: TransactionResultPageProps): string {
  const date = [mapping.date, ...(mapping.until === null ? [] : [mapping.until])].map((column) =>
    headingOf(read, column),
  );
  const counter = mapping.counter === null ? words.whole : words.byCounter(headingOf(read, mapping.counter));
  const counts = mapping.counts.map((column) => headingOf(read, column)).join(', ');
  return words.readBy[mapping.kind](date.join(' – '), counter, counts);
}

function Carried({ read, mapping }: Pick<TransactionResultPageProps, 'read' | 'mapping'>) {
  return (
    <>
      <input type="hidden" name="trang" value={read.sheet} />
      <input type="hidden" name="dong" value={read.headingRow} />
      <input type="hidden" name="mapping" value={JSON.stringify(mapping)} />
    </>
  );
}

function BadRows(props: TransactionResultPageProps) {
  const { read, mapping, action } = props;
  const bad = read.numbers?.bad ?? [];
  if (bad.length === 0) return null;
  const columns = words.badColumns;
  // A text without digits instead of a day may be the office's way to say "not returned yet".
  const unreadable = bad.filter(
    ({ code, value }) => code === 'not-a-date' && value !== '' && !/\d/.test(value),
  );
  const texts =
    mapping.kind === 'dossiers' ? [...new Set(unreadable.map(({ value }) => value))].slice(0, 8) : [];
  const doubts = DOUBTS.filter((doubt) => bad.some(({ code }) => code === doubt));
  return (
    <>
      <p class="bad" role="alert">
        {words.bad(bad.length)}
      </p>
      <ScrollFrame label={words.bad(bad.length)}>
        <table class="sheet">
          <thead>
            <tr>
              <th scope="col">{columns.row}</th>
              <th scope="col">{columns.column}</th>
              <th scope="col">{columns.value}</th>
              <th scope="col">{columns.why}</th>
              <th scope="col">{columns.day}</th>
            </tr>
          </thead>
          <tbody>
            {bad.slice(0, BAD_SHOWN).map((fault) => (
              <tr key={`${fault.row} ${fault.column} ${fault.code}`}>
                <td>{formatCount(fault.row, 'vi')}</td>
                <td>{fault.column}</td>
                <td class="fault">{fault.value}</td>
                <td>{words.faults[fault.code] ?? fault.code}</td>
                <td>{fault.day === null ? words.unknownDay : formatDay(fault.day, 'vi')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {bad.length > BAD_SHOWN ? <p class="soft">{words.moreBad(bad.length - BAD_SHOWN)}</p> : null}
      {texts.length + doubts.length === 0 ? null : (
        <form class="form card" method="post" action={action} data-busy="">
          <Carried read={read} mapping={mapping} />
          <Ticks legend={words.treatAsUnfinished} name="unfinished" values={texts} />
          <Ticks legend={words.countAnyway} name="trusted" values={doubts} labels={words.faults} />
          <button type="submit" class="quiet">
            {words.treatButton}
          </button>
        </form>
      )}
    </>
  );
}

interface TicksProps {
  readonly legend: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

function Ticks({ legend, name, values, labels = {} }: TicksProps) {
  return values.length === 0 ? null : (
    <fieldset class="ask">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} class="choice">
          <input type="checkbox" name={name} value={value} />
          <span class="choice-text">{labels[value] ?? value}</span>
        </label>
      ))}
    </fieldset>
  );
}

function States({ read, mapping, isFaulty, action }: TransactionResultPageProps) {
  const states = read.numbers?.states ?? [];
  return (
    <FileChoices
      field="text"
      action={action}
      isFaulty={isFaulty}
      choices={states.map(({ text, heading, n }) => ({ text, n: words.state(heading, n), choice: null }))}
      options={[
        { value: 'counts', label: words.counts },
        { value: 'skip', label: words.skip },
      ]}
    >
      <Carried read={read} mapping={mapping} />
    </FileChoices>
  );
}

function Names(props: TransactionResultPageProps) {
  const { read, mapping, prepared, counters, isWholeUnit, isFaulty, action } = props;
  return (
    <FileChoices
      field="name"
      action={action}
      isFaulty={isFaulty}
      choices={prepared.names.map(({ name, n, choice }) => ({ text: name, n: words.name(n), choice }))}
      options={[
        ...counters.map(({ code, name }) => ({ value: code, label: name })),
        ...(isWholeUnit ? [{ value: 'all', label: words.wholeUnit }] : []),
        { value: 'skip', label: words.skip },
      ]}
    >
      <Carried read={read} mapping={mapping} />
    </FileChoices>
  );
}

function Numbers(props: TransactionResultPageProps) {
  const { read, mapping, prepared, action } = props;
  const bad = read.numbers?.bad ?? [];
  const left = listLeftOut(read, prepared);
  const total = prepared.entries.reduce((sum, { n }) => sum + n, 0);
  const labels = mapping.kind === 'dossiers' ? words.dossierSum : words.totalSum;
  const rowsLeft = left
    .filter(({ isRows }) => isRows || mapping.kind === 'dossiers')
    .reduce((sum, { n }) => sum + n, 0);
  const [rows, saved, leftOut] = words.sum(read.rows, total, rowsLeft);
  return (
    <>
      <p class="say">
        {rows} {labels.rows} <b>{saved}</b> {labels.saved} <b>{leftOut}</b> {labels.left}
      </p>
      <div class="beside numbers">
        <section class="card" aria-labelledby="will">
          <h2 id="will">{words.will}</h2>
          <SavedByDay {...props} />
        </section>
        <section class="card" aria-labelledby="left">
          <h2 id="left">
            {words.left} <span class="soft">{words.rows(rowsLeft)}</span>
          </h2>
          {left.length === 0 ? <p>{words.nothingLeft}</p> : <LeftOutList left={left} />}
        </section>
      </div>
      <form method="post" action={action} data-busy="">
        <Carried read={read} mapping={mapping} />
        <p class="actions">
          {total === 0 && prepared.entries.length === 0 ? (
            <span>{words.nothing}</span>
          ) : (
            <button type="submit" name="confirm" value="yes">
              {bad.length === 0 ? words.save(total) : words.saveWithout(bad.length, total)}
            </button>
          )}
          <a href="/can-bo/giao-dich#upload">{words.fix}</a>
        </p>
      </form>
    </>
  );
}
