import { renderDocument } from '../components/Document.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { ActForm, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatDay } from '../formatting/dates.ts';
import type { ShownFault } from '../formatting/faults.ts';
import { formatCount, formatTarget } from '../formatting/numbers.ts';
import { targetsVi } from '../messages/targets.vi.ts';

/** The settings by which the headline is judged. */
export type TargetName = 'target_percent' | 'minimum_n';

/** One value with the day from which on it holds, `YYYY-MM-DD`. */
export interface TargetRow {
  readonly since: string;
  readonly value: number;
  readonly state: 'past' | 'in-force' | 'planned';
  readonly mayWithdraw: boolean;
}

/** What cannot be taken; `field` null: the withdrawal of a row. */
export interface TargetFault {
  readonly setting: TargetName;
  readonly field: 'value' | 'since' | null;
  readonly code: string;
  /** `day`: one of `YYYY-MM-DD` that the sentence names. */
  readonly params: Readonly<Record<string, string | number>>;
}

export interface TargetsPageProps extends SignedInPageProps {
  readonly settings: readonly {
    readonly name: TargetName;
    /** Oldest first. */
    readonly rows: readonly TargetRow[];
    readonly typed: { readonly value: string; readonly since: string };
  }[];
  /** A day that can be chosen, for the hint. */
  readonly exampleDay: string;
  readonly faults: readonly TargetFault[];
  readonly mayChange: boolean;
}

const words = targetsVi;
const ADDRESS = '/quan-tri/muc-tieu';

/** A value of a setting as people read it. */
export const formatTargetValue = (name: TargetName, value: number): string =>
  name === 'target_percent' ? formatTarget(value, 'vi') : formatCount(value, 'vi');

/** `/quan-tri/muc-tieu`: the target and the minimum of ballots, what was, is and will be in force. */
export function renderTargetsPage(props: TargetsPageProps): string {
  const faults = props.faults.map(sayFault);
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="targets"
      current="administration"
      isFaulty={faults.length > 0}
    >
      <FaultSummary faults={faults} />
      <p>{words.rule}</p>
      <p>{words.public}</p>
      {props.mayChange ? null : <p class="note">{words.readOnly}</p>}
      {props.settings.map((setting) => (
        <Setting key={setting.name} {...setting} page={props} faults={faults} />
      ))}
    </SignedInPage>,
  );
}

function sayFault({ setting, field, code, params }: TargetFault): ShownFault {
  const day = params.day === undefined ? '' : formatDay(String(params.day), 'vi');
  const sentence = words.faults[code]?.(day) ?? code;
  return { id: field === null ? setting : `${setting}-${field}`, sentence };
}

interface SettingProps {
  readonly name: TargetName;
  readonly rows: readonly TargetRow[];
  readonly typed: { readonly value: string; readonly since: string };
  readonly page: TargetsPageProps;
  readonly faults: readonly ShownFault[];
}

function Setting({ name, rows, typed, page, faults }: SettingProps) {
  const own = words.settings[name];
  return (
    <section aria-labelledby={name}>
      <h2 id={name} tabIndex={-1}>
        {own.heading}
      </h2>
      <p>{own.note}</p>
      {rows.length === 0 ? <p>{own.none}</p> : <Rows name={name} rows={rows} mayChange={page.mayChange} />}
      {page.mayChange ? (
        <>
          <h3>{own.changeHeading}</h3>
          <form class="form" method="post" action={ADDRESS}>
            <input type="hidden" name="setting" value={name} />
            <TextField
              id={`${name}-value`}
              name="value"
              label={own.value}
              hint={own.valueHint}
              value={typed.value}
              isDecimal
              faults={faults}
            />
            <TextField
              id={`${name}-since`}
              name="since"
              label={words.since}
              hint={words.sinceHint(formatDay(page.exampleDay, 'vi'))}
              value={typed.since}
              faults={faults}
            />
            <button type="submit">{own.button}</button>
          </form>
        </>
      ) : null}
    </section>
  );
}

function Rows({
  name,
  rows,
  mayChange,
}: {
  readonly name: TargetName;
  readonly rows: readonly TargetRow[];
  readonly mayChange: boolean;
}) {
  const { columns } = words;
  const hasWithdrawal = mayChange && rows.some(({ mayWithdraw }) => mayWithdraw);
  return (
    <StackTable
      caption={words.settings[name].heading}
      columns={[columns.since, columns.value, columns.state, ...(hasWithdrawal ? [columns.withdraw] : [])]}
    >
      {rows.map(({ since, value, state, mayWithdraw }) => (
        <tr key={since}>
          <th scope="row" id={`${name}-${since}`} data-label={columns.since}>
            {formatDay(since, 'vi')}
          </th>
          <td data-label={columns.value}>{formatTargetValue(name, value)}</td>
          <td data-label={columns.state}>{words.states[state]}</td>
          {hasWithdrawal ? (
            <td>
              {mayWithdraw ? (
                <ActForm
                  action={`${ADDRESS}/rut`}
                  fields={{ setting: name, since }}
                  button={words.withdrawButton}
                  describedBy={`${name}-${since}`}
                  isDangerous
                />
              ) : null}
            </td>
          ) : null}
        </tr>
      ))}
    </StackTable>
  );
}
