import { renderDocument } from '../components/Document.tsx';
import { ActForm, Choice, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatDay } from '../formatting/dates.ts';
import { showFaults } from '../formatting/faults.ts';
import { apiKeysVi as words } from '../messages/api-keys.vi.ts';
import type { Fault } from '../types/fault.ts';

/** An API key without its secret part; days are `YYYY-MM-DD`. */
interface KeyLine {
  readonly id: string;
  readonly name: string;
  /** Names of units; null: all, including future ones. */
  readonly units: readonly string[] | null;
  readonly createdOn: string;
  /** Last day on which the key is valid; null: it does not expire. */
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
  readonly state: 'active' | 'expired' | 'revoked';
  readonly revokeHref: string;
}

interface ApiKeysPageProps extends SignedInPageProps {
  readonly keys: readonly KeyLine[];
  readonly typed: { readonly name: string; readonly expires: string; readonly hasAllUnits: boolean };
  /** Shown in the field's hint as an example of a valid day. */
  readonly exampleDay: string;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
}

/** `/quan-tri/khoa-api`: keys for programs that read reports. */
export function renderApiKeysPage(props: ApiKeysPageProps): string {
  const { typed, mayChange } = props;
  const faults = showFaults(props.faults, words.faults);
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="api-keys"
      faults={faults}
      mayChange={mayChange}
    >
      <p>{words.note}</p>
      {props.keys.length === 0 ? <p>{words.none}</p> : <KeyTable keys={props.keys} mayChange={mayChange} />}
      {mayChange ? (
        <section aria-labelledby="add">
          <h2 id="add">{words.addHeading}</h2>
          <form class="form" method="post" action="/quan-tri/khoa-api">
            <TextField
              name="name"
              label={words.name}
              hint={words.nameHint}
              value={typed.name}
              faults={faults}
            />
            <fieldset>
              <legend>{words.units}</legend>
              <Choice type="radio" name="units" value="own" isChecked={!typed.hasAllUnits}>
                {words.thisUnit(props.unitName)}
              </Choice>
              <Choice type="radio" name="units" value="all" isChecked={typed.hasAllUnits}>
                {words.everyUnit}
              </Choice>
            </fieldset>
            <TextField
              name="expires"
              type="date"
              label={words.expires}
              hint={words.expiresHint(formatDay(props.exampleDay, 'vi'))}
              value={typed.expires}
              faults={faults}
            />
            <button type="submit">{words.addButton}</button>
          </form>
        </section>
      ) : null}
    </SignedInPage>,
  );
}

function KeyTable({ keys, mayChange }: Pick<ApiKeysPageProps, 'keys' | 'mayChange'>) {
  const { columns } = words;
  return (
    <StackTable
      caption={words.title}
      columns={[
        columns.name,
        columns.units,
        columns.createdOn,
        columns.expiresOn,
        columns.state,
        ...(mayChange ? [columns.revoke] : []),
      ]}
    >
      {keys.map((key) => (
        <tr key={key.id}>
          <th scope="row" id={`key-${key.id}`}>
            {key.name}
          </th>
          <td data-label={columns.units}>{key.units?.join('; ') ?? words.allUnits}</td>
          <td class="day" data-label={columns.createdOn}>
            {formatDay(key.createdOn, 'vi')}
          </td>
          <td class="day" data-label={columns.expiresOn}>
            {key.expiresOn === null ? words.never : formatDay(key.expiresOn, 'vi')}
          </td>
          <td data-label={columns.state}>
            {key.state === 'revoked'
              ? words.states.revoked(formatDay(key.revokedOn ?? '', 'vi'))
              : words.states[key.state]}
          </td>
          {mayChange ? (
            <td>
              {key.state === 'revoked' ? null : (
                <ActForm
                  action={key.revokeHref}
                  button={words.revokeButton}
                  describedBy={`key-${key.id}`}
                  isDangerous
                />
              )}
            </td>
          ) : null}
        </tr>
      ))}
    </StackTable>
  );
}
