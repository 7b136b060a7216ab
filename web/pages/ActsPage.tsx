import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatMoment } from '../formatting/moments.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';

interface ActLine {
  /** ISO 8601 in Vietnam's offset. */
  readonly at: string;
  /** User name; null: somebody at the server's console. */
  readonly actor: string | null;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
}

interface ActsPageProps extends SignedInPageProps {
  readonly acts: readonly ActLine[];
  readonly isFirstPage: boolean;
  readonly nextHref: string | null;
}

/** `/quan-tri/nhat-ky`: the audit log, who changed what. */
export function renderActsPage(props: ActsPageProps): string {
  const { columns } = words.actsPage;
  return renderDocument(
    <SignedInPage page={props} title={words.actsPage.title} intro={words.actsPage.intro} marker="acts">
      <p>
        <a href="/quan-tri/truy-cap">{words.actsPage.access}</a>
      </p>
      {props.acts.length === 0 ? (
        <p>{words.actsPage.none}</p>
      ) : (
        <StackTable caption={words.actsPage.title} columns={[columns.at, columns.actor, columns.act]}>
          {props.acts.map(({ at, actor, kind, params }, index) => (
            <tr key={index}>
              <td class="whole">{formatMoment(at, 'vi')}</td>
              <td class="whole" data-label={columns.actor}>
                {actor ?? words.actsPage.console}
              </td>
              <td>{words.acts[kind]?.(params) ?? words.actsPage.other(kind)}</td>
            </tr>
          ))}
        </StackTable>
      )}
      <p class="actions">
        {props.isFirstPage ? null : (
          <a class="button" href="/quan-tri/nhat-ky">
            {words.actsPage.newest}
          </a>
        )}
        {props.nextHref === null ? null : (
          <a class="button" href={props.nextHref}>
            {words.actsPage.older}
          </a>
        )}
      </p>
    </SignedInPage>,
  );
}
