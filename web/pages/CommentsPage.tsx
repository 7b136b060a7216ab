import { CommentCard, type CommentView, SEVERAL } from '../components/CommentCard.tsx';
import { CommentFilter, type CommentStateChoice } from '../components/CommentFilter.tsx';
import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { feedbackVi } from '../messages/feedback.vi.ts';

interface CommentsPageProps extends SignedInPageProps {
  readonly comments: readonly CommentView[];
  readonly states: readonly CommentStateChoice[];
  readonly stateNames: Readonly<Record<string, string>>;
  /** Form value that means any state. */
  readonly anyState: string;
  readonly counters: readonly {
    readonly code: string;
    readonly name: string;
    readonly isSelected: boolean;
  }[];
  readonly search: string;
  /** Whether the list is limited to a counter or to a search. */
  readonly isFiltered: boolean;
  /** URL that receives a change of state, and then redirects to this list. */
  readonly action: string;
  /** The last change, with form values that undo it. `state` null: the comments got different states. */
  readonly done: { readonly state: string | null; readonly undo: readonly string[] } | null;
  readonly page: number;
  readonly pages: number;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
  readonly mayMark: boolean;
}

const { comments: words, states: stateWords } = feedbackVi;

/** `/can-bo/gop-y`: citizens' comments, unread first. */
export function renderCommentsPage(props: CommentsPageProps): string {
  const { comments, action, stateNames, mayMark } = props;
  return renderDocument(
    <SignedInPage page={props} title={words.title} marker="comments" current="comments">
      <CommentFilter {...props} />
      <DoneLine {...props} />
      {comments.length === 0 ? (
        <NoComments {...props} />
      ) : (
        <section aria-labelledby="list">
          <h2 id="list" class="vh">
            {words.listHeading}
          </h2>
          <ul class="inbox">
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
          {mayMark ? <SeveralForm {...props} /> : null}
          <Paging {...props} />
        </section>
      )}
      <p class="soft">{words.explain}</p>
    </SignedInPage>,
  );
}

function DoneLine({ done, action }: CommentsPageProps) {
  if (done === null) return null;
  const { state, undo } = done;
  return (
    <form class="done-line screen-only" method="post" action={action}>
      <p role="status">
        {state === null ? (
          words.undone(undo.length)
        ) : (
          <>
            {words.moved(undo.length)} <b>{stateWords[state]}</b>.
          </>
        )}
      </p>
      {undo.map((mark) => (
        <input key={mark} type="hidden" name="mark" value={mark} />
      ))}
      <button type="submit" class="link">
        {words.undo}
      </button>
    </form>
  );
}

/** Acts on all ticked comments. CSS shows the form after the first tick and counts the ticks. */
function SeveralForm({ comments, states, action, stateNames }: CommentsPageProps) {
  const selected = states.find(({ isSelected }) => isSelected)?.state;
  return (
    <form id={SEVERAL} class="several screen-only" method="post" action={action} autocomplete="off">
      <p class="picked">{words.picked}</p>
      <p class="several-marks">
        {Object.entries(stateNames)
          .filter(([state]) => state !== selected)
          .map(([state, value], index) => (
            <button
              key={state}
              type="submit"
              class={index === 0 ? undefined : 'quiet'}
              name="state"
              value={value}
            >
              {stateWords[state]}
            </button>
          ))}
      </p>
      <label class="several-all">
        <input type="checkbox" name="all" value="yes" /> {words.wholePage(comments.length)}
      </label>
      {comments.map(({ name }) => (
        <input key={name} type="hidden" name="shown" value={name} />
      ))}
    </form>
  );
}

function NoComments({ states, isFiltered }: CommentsPageProps) {
  const total = states.find(({ state }) => state === null)?.count ?? 0;
  const selected = states.find(({ isSelected }) => isSelected)?.state;
  if (isFiltered) {
    return (
      <section class="card">
        <h2>{words.noneFound}</h2>
        <a href="/can-bo/gop-y">{words.clear}</a>
      </section>
    );
  }
  const read = states.find(({ state }) => state === 'read');
  const isAllRead = selected === 'unread' && total > 0;
  return (
    <section class="card">
      <h2>{isAllRead ? words.allRead(total) : words.none}</h2>
      <p>{words.nextOnes}</p>
      {isAllRead && read && read.count > 0 ? <a href={read.href}>{words.seeRead(read.count)}</a> : null}
    </section>
  );
}

function Paging({ page, pages, newerHref, olderHref }: CommentsPageProps) {
  if (pages === 1) return null;
  return (
    <p class="comment-paging">
      {newerHref === null ? null : (
        <a class="screen-only" href={newerHref} rel="prev">
          {words.previous}
        </a>
      )}
      <span>{words.page(page, pages)}</span>
      {olderHref === null ? null : (
        <a class="screen-only" href={olderHref} rel="next">
          {words.next}
        </a>
      )}
    </p>
  );
}
