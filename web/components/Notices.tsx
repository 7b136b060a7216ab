import { formatMoment } from '../formatting/moments.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { ActForm } from './Form.tsx';

export interface NoticeView {
  /** ISO 8601 in Vietnam's offset. */
  readonly at: string;
  readonly kind: string;
  /** null: the server's console. */
  readonly by: string | null;
}

interface NoticesProps {
  readonly notices: readonly NoticeView[];
  /** Page to open afterwards; empty: this one. */
  readonly next: string;
}

const { notices: words } = accountsVi;

/** What others did to the account. */
export function Notices({ notices, next }: NoticesProps) {
  const last = notices.at(-1);
  if (last === undefined) return null;
  return (
    <section class="note note-strong" aria-labelledby="notices">
      <h2 id="notices">{words.heading}</h2>
      <ul>
        {notices.map(({ at, kind, by }) => (
          <li key={`${at} ${kind}`}>{words.says[kind]?.(formatMoment(at, 'vi'), by ?? words.console)}</li>
        ))}
      </ul>
      <p>{words.advice}</p>
      <ActForm action="/tai-khoan/da-biet" button={words.button} fields={{ next, until: last.at }} />
    </section>
  );
}
