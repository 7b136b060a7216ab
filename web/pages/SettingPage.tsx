import { renderDocument } from '../components/Document.tsx';
import { ActForm, ChoiceField, controlProps, Field, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatDay } from '../formatting/dates.ts';
import { type ShownFault, sayFault } from '../formatting/faults.ts';
import { type SettingName, settingPageWords, settingWords } from '../formatting/setting-words.ts';
import { settingsVi as words } from '../messages/settings.vi.ts';
import type { Fault } from '../types/fault.ts';
import type { FieldWords, SettingWords } from '../types/setting-form.ts';
import type { Limits, SettingValue } from '../types/settings.ts';

/** `value` applies from the day `since` (`YYYY-MM-DD`). */
interface SettingRowView {
  readonly since: string;
  readonly value: SettingValue;
  readonly state: 'past' | 'in-force' | 'planned';
  readonly mayWithdraw: boolean;
}

export interface SettingView {
  readonly name: SettingName;
  /** Oldest first. */
  readonly rows: readonly SettingRowView[];
  /** `now`: the value that applies today; `latest`: the value after all planned changes; null: none. */
  readonly now: SettingValue;
  readonly latest: SettingValue;
  readonly limits: Limits | null;
  /** Null: nothing was rejected. */
  readonly typed: Readonly<Record<string, string>> | null;
  readonly faults: readonly Fault[];
}

interface SettingPageProps extends SignedInPageProps {
  readonly path: string;
  readonly settings: readonly SettingView[];
  /** Shown in the field's hint as an example of a valid day. */
  readonly exampleDay: string;
  readonly isSaved: boolean;
  readonly mayChange: boolean;
}

export function renderSettingPage(props: SettingPageProps): string {
  const page = settingPageWords(props.path);
  const faults = props.settings.flatMap(sayFaults);
  return renderDocument(
    <SignedInPage
      page={props}
      title={page.title}
      intro={page.intro}
      marker="settings"
      current={props.path.startsWith('/lanh-dao/') ? 'leader' : 'administration'}
      faults={faults}
      mayChange={props.mayChange}
      saved={props.isSaved && words.saved}
      back={page.back}
    >
      {page.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {props.settings.map((setting) => (
        <Setting key={setting.name} setting={setting} page={props} faults={faults} />
      ))}
    </SignedInPage>,
  );
}

function sayFaults({ name, faults }: SettingView): ShownFault[] {
  const sentences = { ...words.faults, ...settingWords(name).faults };
  return faults.map((fault) => ({
    id: fault.field === 'planned' ? name : `${name}-${fault.field}`,
    sentence: sayFault(fault, sentences),
  }));
}

interface SettingProps {
  readonly setting: SettingView;
  readonly page: SettingPageProps;
  readonly faults: readonly ShownFault[];
}

function Setting({ setting, page, faults }: SettingProps) {
  const { name, rows, now } = setting;
  const own = settingWords(name);
  const said = own.sayNow(now);
  return (
    <section aria-labelledby={name}>
      <h2 id={name} tabIndex={-1}>
        {own.heading ?? words.history}
      </h2>
      {own.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {said === null ? null : (
        <p>
          <b>{said}</b>
        </p>
      )}
      {rows.length === 0 ? null : <Rows setting={setting} own={own} page={page} />}
      {page.mayChange ? <ChangeForm setting={setting} page={page} faults={faults} /> : null}
    </section>
  );
}

function ChangeForm({ setting, page, faults }: SettingProps) {
  const { name, latest, limits, typed } = setting;
  const own = settingWords(name);
  const values = typed ?? own.fill(latest);
  return (
    <>
      {own.changeHeading === undefined ? null : <h3>{own.changeHeading}</h3>}
      <form class="form" method="post" action={page.path}>
        <input type="hidden" name="setting" value={name} />
        {own.fields(limits).map((field) => (
          <SettingField
            key={field.name}
            id={`${name}-${field.name}`}
            field={field}
            value={values[field.name] ?? ''}
            faults={faults}
          />
        ))}
        {own.asksDay ? (
          <TextField
            id={`${name}-since`}
            name="since"
            type="date"
            label={words.since}
            hint={words.sinceHint(formatDay(page.exampleDay, 'vi'))}
            value={values.since ?? ''}
            faults={faults}
          />
        ) : null}
        <button type="submit">{own.button}</button>
      </form>
    </>
  );
}

interface SettingFieldProps {
  readonly id: string;
  readonly field: FieldWords;
  readonly value: string;
  readonly faults: readonly ShownFault[];
}

function SettingField({ id, field, value, faults }: SettingFieldProps) {
  const { options, rows, ...text } = field;
  if (rows !== undefined) {
    return (
      <Field {...text} id={id} faults={faults}>
        <textarea {...controlProps({ ...text, id, faults })} name={field.name} rows={rows}>
          {value}
        </textarea>
      </Field>
    );
  }
  if (options === undefined) return <TextField {...text} id={id} value={value} faults={faults} />;
  return <ChoiceField {...text} id={id} options={options} value={value} faults={faults} />;
}

interface RowsProps {
  readonly setting: SettingView;
  readonly own: SettingWords;
  readonly page: SettingPageProps;
}

function Rows({ setting: { name, rows }, own, page }: RowsProps) {
  const { columns } = words;
  const hasWithdrawal = page.mayChange && rows.some(({ mayWithdraw }) => mayWithdraw);
  return (
    <StackTable
      caption={own.heading ?? words.history}
      columns={[columns.since, columns.value, columns.state, ...(hasWithdrawal ? [columns.withdraw] : [])]}
    >
      {rows.map(({ since, value, state, mayWithdraw }) => (
        <tr key={since}>
          <th scope="row" id={`${name}-${since}`} data-label={columns.since}>
            {formatDay(since, 'vi')}
          </th>
          <td data-label={columns.value}>{own.say(value)}</td>
          <td data-label={columns.state}>{words.states[state]}</td>
          {hasWithdrawal ? (
            <td>
              {mayWithdraw ? (
                <ActForm
                  action={`${page.path}/rut`}
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
