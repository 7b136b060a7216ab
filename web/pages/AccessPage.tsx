import { renderDocument } from '../components/Document.tsx';
import { SelectField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatDay } from '../formatting/dates.ts';
import { formatMoment } from '../formatting/moments.ts';
import { formatCount } from '../formatting/numbers.ts';
import { accessVi as words } from '../messages/access.vi.ts';

interface AccessLine {
  /** ISO 8601 in Vietnam's offset. Cut to the beginning of the second, hour or day that `grain` names. */
  readonly at: string;
  readonly grain: 'second' | 'hour' | 'day';
  /** Empty: no account has the typed name. */
  readonly user_name: string;
  readonly kind: string;
  readonly detail: string;
  readonly count: number;
}

interface AccessPageProps extends SignedInPageProps {
  readonly rows: readonly AccessLine[];
  /** User names to choose from; `-`: attempts without an account. */
  readonly people: readonly string[];
  readonly kinds: readonly string[];
  /** Chosen user name and kind of access; empty: all. */
  readonly person: string;
  readonly kind: string;
  readonly retentionDays: number;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
}

const NOBODY = '-';

/** `/quan-tri/truy-cap`: who signed in, who tried to, who exported figures or read comments. */
export function renderAccessPage(props: AccessPageProps): string {
  const { rows, person, kind, newerHref, olderHref } = props;
  const { columns } = words;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro(props.retentionDays)}
      marker="access"
      back={{ href: '/quan-tri/nhat-ky', text: words.acts }}
    >
      <form class="form screen-only" method="get" action="/quan-tri/truy-cap">
        <SelectField
          name="nguoi"
          label={words.from}
          value={person}
          options={[
            { value: '', text: words.everybody },
            ...props.people.map((name) => ({ value: name, text: name === NOBODY ? words.nobody : name })),
          ]}
          faults={[]}
        />
        <SelectField
          name="loai"
          label={words.kind}
          value={kind}
          options={[
            { value: '', text: words.everything },
            ...props.kinds.map((one) => ({ value: one, text: words.kinds[one] ?? one })),
          ]}
          faults={[]}
        />
        <button type="submit">{words.show}</button>
      </form>
      {rows.length === 0 ? (
        <p class="note">{person === '' && kind === '' ? words.none : words.noneFound}</p>
      ) : (
        <StackTable caption={words.title} columns={[columns.at, columns.person, columns.what]}>
          {rows.map((row, index) => (
            <tr key={index}>
              <td class="whole">{sayTime(row)}</td>
              <td class="whole" data-label={columns.person}>
                {row.user_name === '' ? words.nobody : row.user_name}
              </td>
              <td>{words.says[row.kind]?.(row.detail, formatCount(row.count, 'vi')) ?? row.kind}</td>
            </tr>
          ))}
        </StackTable>
      )}
      <p class="actions">
        {newerHref === null ? null : (
          <a class="button" href={newerHref}>
            {words.newer}
          </a>
        )}
        {olderHref === null ? null : (
          <a class="button" href={olderHref}>
            {words.older}
          </a>
        )}
      </p>
    </SignedInPage>,
  );
}

function sayTime({ at, grain }: AccessLine): string {
  if (grain === 'day') return formatDay(at.slice(0, 10), 'vi');
  const moment = formatMoment(at, 'vi');
  return grain === 'hour' ? words.hour(moment) : moment;
}
