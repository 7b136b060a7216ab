import { formatDay } from '../formatting/dates.ts';
import { formatPeriod } from '../formatting/periods.ts';
import { feedbackVi as words } from '../messages/feedback.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { PeriodName } from '../types/report-view.ts';

export interface CommentView {
  /** Form value and element id; unique on the page. */
  readonly name: string;
  /** Reference number shown to people. */
  readonly reference: string;
  readonly week: PeriodName;
  readonly counterName: string;
  /** The citizen's text, personal numbers masked. Render as plain text, never as markup or links. */
  readonly text: string;
  readonly state: string;
  /** Who last changed the state (user name), and on which day; null: nobody. */
  readonly markedBy: string | null;
  readonly markedOn: string | null;
}

interface CommentCardProps {
  readonly comment: CommentView;
  /** Id of the next comment, to which the page scrolls after a state was set. */
  readonly next: string | undefined;
  /** Form action for setting the state; null for read-only users. */
  readonly action: string | null;
  /** Form values of the states, in the order of the buttons. */
  readonly stateNames: Readonly<Record<string, string>>;
}

const MASK = '•••';
/** Id of the form that sets the state of all ticked comments. */
export const SEVERAL = 'several';
/** Number of characters above which a text may exceed two lines, on a phone and on a PC. */
const LONG = 68;
const VERY_LONG = 150;

export function CommentCard({ comment, next, action, stateNames }: CommentCardProps) {
  const { name, reference, week, counterName, text, state, markedBy, markedOn } = comment;
  const metaId = `meta-${name}`;
  const isLong = text.length > LONG || text.includes('\n');
  return (
    <li class="comment-card" id={name}>
      {action === null ? (
        <p class="comment-body">
          <CommentText text={text} />
        </p>
      ) : (
        <label class="comment-body">
          <input type="checkbox" class="screen-only" form={SEVERAL} name="comment" value={name} />
          <CommentText text={text} />
        </label>
      )}
      <div class="comment-meta" id={metaId}>
        {counterName} · {formatPeriod(week, staffVi)}
        {state === 'unread' || markedBy === null || markedOn === null
          ? null
          : ` · ${words.comments.marked(words.states[state] ?? state, markedBy, formatDay(markedOn, 'vi'), reference)}`}
        {isLong ? (
          <details class={text.length > VERY_LONG || text.includes('\n') ? undefined : 'only-narrow'}>
            <summary>{words.comments.readAll}</summary>
          </details>
        ) : null}
      </div>
      {action === null ? null : (
        <form class="marks screen-only" method="post" action={action}>
          <input type="hidden" name="comment" value={name} />
          {next === undefined ? null : <input type="hidden" name="next" value={next} />}
          {Object.entries(stateNames)
            .filter(([other]) => other !== state)
            .map(([other, value]) => (
              <button
                key={other}
                type="submit"
                class="link"
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

/** The text, isolated from the page's text direction and line height; masked numbers get an accessible name. */
function CommentText({ text }: { readonly text: string }) {
  return (
    <span class="comment-text" dir="auto">
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
    </span>
  );
}
