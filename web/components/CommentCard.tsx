import { formatDay } from '../formatting/dates.ts';
import { formatPeriod } from '../formatting/periods.ts';
import { feedbackVi as words } from '../messages/feedback.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { PeriodName } from '../types/report-view.ts';

export interface CommentView {
  /** Form value and element id; unique on the page. */
  readonly name: string;
  /** Code by which people refer to the comment. */
  readonly reference: string;
  readonly week: PeriodName;
  readonly counterName: string;
  /** Personal numbers are masked. It is text from outside: never insert it as markup or turn it into links. */
  readonly text: string;
  readonly state: string;
  /** User name and day of the last change of `state`; null: never changed. */
  readonly markedBy: string | null;
  readonly markedOn: string | null;
}

interface CommentCardProps {
  readonly comment: CommentView;
  /** Element id of the next comment, to which the page scrolls after a change; undefined: this is the last one. */
  readonly next: string | undefined;
  /** URL that receives a change of state; null: the reader may not change it. */
  readonly action: string | null;
  /** Form value of each state, in the order of the buttons. */
  readonly stateNames: Readonly<Record<string, string>>;
}

const MASK = '•••';
/** Id of the form that changes all ticked comments. */
export const SEVERAL = 'several';
/** Number of characters above which a text may exceed two lines, on a phone and on a PC. */
const LONG = 76;
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
        <span>
          {counterName} · <span class="day">{formatPeriod(week, staffVi)}</span>
          {state === 'unread' || markedBy === null || markedOn === null
            ? null
            : ` · ${words.comments.marked(words.states[state] ?? state, markedBy, formatDay(markedOn, 'vi'), reference)}`}
        </span>
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

/** Screen readers get words for the mask; `dir="auto"` keeps right-to-left text from reordering the page. */
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
