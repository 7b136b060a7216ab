import { formatDay } from '../formatting/dates.ts';
import { formatPeriod } from '../formatting/periods.ts';
import { feedbackVi as words } from '../messages/feedback.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { PeriodName } from '../types/report-view.ts';

export interface CommentView {
  /** Form field name; unique on the page. */
  readonly name: string;
  /** Reference number shown to people. */
  readonly reference: string;
  readonly week: PeriodName;
  readonly counterName: string;
  /** The citizen's text, personal numbers masked. Render as plain text, never as markup or links. */
  readonly text: string;
  readonly state: string;
  /** User name and day of the last mark; null: unmarked. */
  readonly markedBy: string | null;
  readonly markedOn: string | null;
}

interface CommentCardProps {
  readonly comment: CommentView;
  /** Name of the next comment, where the page continues after this one is marked. */
  readonly next: string | undefined;
  /** Form action for marking; null for read-only users. */
  readonly action: string | null;
  /** Form values of the marks, in button order. */
  readonly stateNames: Readonly<Record<string, string>>;
}

const MASK = '•••';

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
 * A comment's text, isolated from the page's text direction and line height, whatever characters it holds; masked
 * numbers get an accessible name.
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
