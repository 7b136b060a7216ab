import { renderDocument } from '../components/Document.tsx';
import { FigureTable } from '../components/FigureTable.tsx';
import { SelectField, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatDay, formatSpan } from '../formatting/dates.ts';
import { fieldId, type ShownFault, showFaults } from '../formatting/faults.ts';
import { formatCount } from '../formatting/numbers.ts';
import { slipsVi as words } from '../messages/slips.vi.ts';
import type { Fault } from '../types/fault.ts';
import type { SlipWeek } from '../types/slips.ts';

/** Days are `YYYY-MM-DD`. */
interface SlipBatchView {
  readonly id: string;
  /** Null: a batch of a supervisor, valid at any counter. */
  readonly counterName: string | null;
  /** User name of the person who printed the batch. */
  readonly issuedBy: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly isExpired: boolean;
  readonly slips: number;
  /** Number of used slips; null: suppressed. */
  readonly used: number | null;
  readonly expired: number | null;
}

interface SlipsPageProps extends SignedInPageProps {
  /** Which slips the person may print: those of counters, those of a supervisor, or none. */
  readonly printsFor: 'counters' | 'any-counter' | 'nobody';
  /** Idempotency key: a form that is sent twice makes one batch. */
  readonly batchId: string;
  readonly counters: readonly { readonly code: string; readonly name: string }[];
  readonly slipsOnSheet: number;
  readonly mostSheets: number;
  readonly validDays: readonly number[];
  readonly typed: { readonly counter: string; readonly sheets: string; readonly days: string };
  readonly faults: readonly Fault[];
  readonly batches: readonly SlipBatchView[];
  readonly weeks: readonly SlipWeek[];
}

const ADDRESS = '/can-bo/ma-qr/phieu';

/** `/can-bo/ma-qr/phieu`: prints one-time slips, and lists earlier batches. */
export function renderSlipsPage(props: SlipsPageProps): string {
  const faults = showFaults(props.faults, words.faults);
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="slips"
      current="posters"
      faults={faults}
    >
      <p>{words.rule}</p>
      {props.printsFor === 'any-counter' ? <p>{words.supervisorRule}</p> : null}
      <p>
        <a href="/can-bo/ma-qr">{words.posters}</a>
      </p>
      <Printing page={props} faults={faults} />
      <section aria-labelledby="batches">
        <h2 id="batches">{words.batchesHeading}</h2>
        {props.batches.length === 0 ? (
          <p>{words.noBatches}</p>
        ) : (
          <>
            <p class="soft">{words.counted}</p>
            <Batches batches={props.batches} />
          </>
        )}
      </section>
      {props.weeks.length === 0 ? null : (
        <section aria-labelledby="weeks">
          <h2 id="weeks">{words.weeksHeading}</h2>
          <Weeks weeks={props.weeks} />
        </section>
      )}
    </SignedInPage>,
  );
}

interface PrintingProps {
  readonly page: SlipsPageProps;
  readonly faults: readonly ShownFault[];
}

function Printing({ page, faults }: PrintingProps) {
  const { printsFor, counters, typed } = page;
  if (printsFor === 'nobody') return <p class="note">{words.readOnly}</p>;
  return (
    <section aria-labelledby={fieldId('form')}>
      <h2 id={fieldId('form')} tabIndex={-1}>
        {words.printHeading}
      </h2>
      {printsFor === 'counters' && counters.length === 0 ? (
        <p>{words.noCounter}</p>
      ) : (
        <>
          <p class="note note-strong">{words.once}</p>
          <form class="form" method="post" action={ADDRESS}>
            <input type="hidden" name="batch" value={page.batchId} />
            {printsFor === 'counters' ? (
              <SelectField
                name="counter"
                label={words.counter}
                value={typed.counter}
                options={[
                  { value: '', text: words.chooseCounter },
                  ...counters.map(({ code, name }) => ({ value: code, text: name })),
                ]}
                faults={faults}
              />
            ) : null}
            <TextField
              name="sheets"
              label={words.sheets}
              hint={words.sheetsHint(page.slipsOnSheet, page.mostSheets)}
              value={typed.sheets}
              isDecimal
              faults={faults}
            />
            <SelectField
              name="days"
              label={words.days}
              value={typed.days}
              options={page.validDays.map((days) => ({ value: String(days), text: words.daysOption(days) }))}
              faults={faults}
            />
            <button type="submit">{words.button}</button>
          </form>
        </>
      )}
    </section>
  );
}

function Batches({ batches }: Pick<SlipsPageProps, 'batches'>) {
  const { columns } = words;
  return (
    <StackTable
      caption={words.batchesHeading}
      columns={[
        columns.counter,
        columns.issuedOn,
        columns.expiresOn,
        columns.slips,
        columns.used,
        columns.expired,
      ]}
    >
      {batches.map((batch) => (
        <tr key={batch.id}>
          <th scope="row">{batch.counterName ?? words.anyCounter(batch.issuedBy)}</th>
          <td class="day" data-label={columns.issuedOn}>
            {formatDay(batch.issuedOn, 'vi')}
          </td>
          <td class="day" data-label={columns.expiresOn}>
            {formatDay(batch.expiresOn, 'vi')}
          </td>
          <td data-label={columns.slips}>{formatCount(batch.slips, 'vi')}</td>
          <td data-label={columns.used}>
            {batch.used === null ? words.usedNotShown : formatCount(batch.used, 'vi')}
          </td>
          <td data-label={columns.expired}>{sayExpired(batch)}</td>
        </tr>
      ))}
    </StackTable>
  );
}

/** Suppressed together with `used`, which readers could otherwise compute from it. */
function sayExpired({ isExpired, expired, slips }: SlipBatchView): string {
  if (!isExpired) return words.notExpired;
  return expired === null ? words.mostExpired(formatCount(slips, 'vi')) : formatCount(expired, 'vi');
}

function Weeks({ weeks }: Pick<SlipsPageProps, 'weeks'>) {
  const { columns } = words;
  return (
    <FigureTable columns={[words.week, columns.slips, columns.used, columns.expired]}>
      {weeks.map((week) => (
        <tr key={week.id}>
          <th scope="row">{formatSpan(week.from, week.to, 'vi')}</th>
          <td class="number">{formatCount(week.issued, 'vi')}</td>
          <td class="number">{formatCount(week.used, 'vi')}</td>
          <td class="number">{formatCount(week.expired, 'vi')}</td>
        </tr>
      ))}
    </FigureTable>
  );
}
