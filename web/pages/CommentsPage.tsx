import { CommentCard, type CommentView } from '../components/CommentCard.tsx';
import { CommentFilter, type CommentStateChoice } from '../components/CommentFilter.tsx';
import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { feedbackVi } from '../messages/feedback.vi.ts';

interface CommentsPageProps extends SignedInPageProps {
  readonly comments: readonly CommentView[];
  readonly states: readonly CommentStateChoice[];
  /** Form and URL values of the marks. */
  readonly stateNames: Readonly<Record<string, string>>;
  readonly counters: readonly {
    readonly code: string;
    readonly name: string;
    readonly isSelected: boolean;
  }[];
  readonly search: string;
  /** Form action for marking; leads back to this list. */
  readonly action: string;
  /** The unfiltered list; null when nothing is filtered. */
  readonly clearHref: string | null;
  readonly page: number;
  readonly pages: number;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
  readonly mayMark: boolean;
}

const { comments: words } = feedbackVi;

/** `/can-bo/gop-y`: citizens' comments, unread first. */
export function renderCommentsPage(props: CommentsPageProps): string {
  const { comments, clearHref, action, stateNames, mayMark } = props;
  const unread = comments.filter(({ state }) => state === 'unread');
  return renderDocument(
    <SignedInPage page={props} title={words.title} intro={words.intro} marker="comments" current="comments">
      <p class="soft">{words.explain}</p>
      <CommentFilter
        states={props.states}
        counters={props.counters}
        search={props.search}
        stateNames={stateNames}
        clearHref={clearHref}
      />
      <section aria-labelledby="list">
        <h2 id="list" class="vh">
          {words.listHeading}
        </h2>
        {comments.length === 0 ? (
          <p class="note">{clearHref === null ? words.none : words.noneFound}</p>
        ) : (
          <>
            {comments.some(({ text }) => text.includes('•••')) ? <p class="soft">{words.masked}</p> : null}
            <ul class="comment-list">
              {comments.map((comment, index) => (
                <CommentCard
                  key={comment.name}
                  comment={comment}
                  next={comments[index + 1]?.name}
                  action={mayMark ? action : null}
                  stateNames={stateNames}
                />
              ))}
            </ul>
          </>
        )}
        {mayMark && unread.length > 1 ? (
          <form class="screen-only" method="post" action={action}>
            {unread.map(({ name }) => (
              <input key={name} type="hidden" name="comment" value={name} />
            ))}
            <button type="submit" class="quiet" name="state" value={stateNames.read}>
              {words.markPage}
            </button>
          </form>
        ) : null}
        <Paging {...props} />
      </section>
      <details class="fold">
        <summary>
          <h2>{words.whenHeading}</h2>
        </summary>
        <ul class="facts">
          {words.when.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </SignedInPage>,
  );
}

function Paging({ page, pages, newerHref, olderHref }: CommentsPageProps) {
  if (pages === 1) return null;
  return (
    <p class="actions comment-paging">
      {newerHref === null ? null : (
        <a class="button screen-only" href={newerHref} rel="prev">
          {words.previous}
        </a>
      )}
      <span>{words.page(page, pages)}</span>
      {olderHref === null ? null : (
        <a class="button screen-only" href={olderHref} rel="next">
          {words.next}
        </a>
      )}
    </p>
  );
}
