import { formatDay } from '../formatting/dates.ts';
import { formatPeriod, type PeriodName } from '../formatting/periods.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';

/** A comment that may be seen. */
export interface CommentView {
  /** What forms call it; unique on the page. */
  readonly name: string;
  /** What people call it. */
  readonly reference: string;
  readonly week: PeriodName;
  readonly counterName: string;
  /** As the citizen wrote it, personal numbers masked. Nothing in it is markup or a link. */
  readonly text: string;
  readonly state: string;
  /** The user name of who marked it last, and the day; null where nobody did. */
  readonly markedBy: string | null;
  readonly markedOn: string | null;
}

interface CommentCardProps {
  readonly comment: CommentView;
  /** The comment that stands after it, to go on with when this one was marked. */
  readonly next: string | undefined;
  /** Where marking is sent; null for who only reads. */
  readonly action: string | null;
  /** What forms call each mark, in the order of the buttons. */
  readonly stateNames: Readonly<Record<string, string>>;
}

const words = feedbackVi;
const MASK = '•••';

/** One comment: where it comes from, what it says, its mark and the buttons to mark it. */
export function CommentCard({ comment, next, action, stateNames }: CommentCardProps) {
  const { name, reference, week, counterName, text, state, markedBy, markedOn } = comment;
  const metaId = `meta-${name}`;
  return (
    <li class={`comment-card${state === 'unread' ? ' is-unread' : ''}`} id={name}>
      <p class="comment-meta" id={metaId}>
        <b>{counterName}</b> · {formatPeriod(week, staffVi)} · {words.comments.reference(reference)}
      </p>
      <CommentText text={text} />
      <p class="comment-meta">
        {words.comments.state(words.states[state] ?? state)}
        {markedBy === null || markedOn === null
          ? null
          : ` · ${words.comments.markedBy(markedBy, formatDay(markedOn, 'vi'))}`}
      </p>
      {action === null ? null : (
        <form class="marks screen-only" method="post" action={action}>
          <input type="hidden" name="comment" value={name} />
          {next === undefined ? null : <input type="hidden" name="next" value={next} />}
          <span>{words.comments.markAs}</span>
          {Object.entries(stateNames)
            .filter(([other]) => other !== state)
            .map(([other, value]) => (
              <button
                key={other}
                type="submit"
                class="quiet"
                name="state"
                value={value}
                aria-describedby={metaId}
              >
                {words.states[other]}
              </button>
            ))}
        </form>
      )}
    </li>
  );
}

/**
 * The words themselves: kept apart from the page's own direction and line height, whatever signs are in
 * them, with the masks named for people who hear the page.
 */
function CommentText({ text }: { readonly text: string }) {
  return (
    <p class="comment-text" dir="auto">
      {text.split(MASK).map((part, index) =>
        index === 0 ? (
          part
        ) : (
          <>
            {MASK}
            <span class="vh">{words.comments.maskedSpoken}</span>
            {part}
          </>
        ),
      )}
    </p>
  );
}
