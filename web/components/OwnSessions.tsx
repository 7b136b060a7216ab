import { formatMoment } from '../formatting/moments.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { ActForm } from './Form.tsx';
import { StackTable } from './StackTable.tsx';

/** Times are ISO 8601 in Vietnam's offset. */
export interface OwnSession {
  readonly id: string;
  /** Browser and system; empty: unknown. */
  readonly device: string;
  readonly isPhone: boolean;
  readonly isCurrent: boolean;
  readonly startedAt: string;
  readonly seenAt: string;
}

const { sessions: words } = accountsVi;

export function OwnSessions({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const { columns } = words;
  const isAlone = sessions.length < 2;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{words.heading}</h2>
      <p>{words.note}</p>
      <StackTable
        caption={words.heading}
        columns={[columns.device, columns.startedAt, columns.seenAt, ...(isAlone ? [] : [columns.end])]}
      >
        {sessions.map(({ id, device, isPhone, isCurrent, startedAt, seenAt }) => (
          <tr key={id}>
            <th scope="row" id={`session-${id}`} data-label={columns.device}>
              {device === '' ? words.unknown : device}
              {isPhone ? `, ${words.phone}` : ''}
              {isCurrent ? ` (${words.current})` : ''}
            </th>
            <td data-label={columns.startedAt}>{formatMoment(startedAt, 'vi')}</td>
            <td data-label={columns.seenAt}>{formatMoment(seenAt, 'vi')}</td>
            {isAlone ? null : (
              <td>
                {isCurrent ? null : (
                  <ActForm
                    action={`/tai-khoan/phien/${id}`}
                    button={words.end}
                    describedBy={`session-${id}`}
                    isDangerous
                  />
                )}
              </td>
            )}
          </tr>
        ))}
      </StackTable>
      {isAlone ? null : <ActForm action="/tai-khoan/phien" button={words.endOthers} isDangerous />}
    </section>
  );
}
