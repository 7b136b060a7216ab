import { formatCount } from '../formatting/numbers.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';

export interface CommentStateChoice {
  /** Null: comments in any state. */
  readonly state: string | null;
  readonly count: number;
  readonly href: string;
  readonly isSelected: boolean;
}

interface CommentFilterProps {
  readonly states: readonly CommentStateChoice[];
  readonly counters: readonly {
    readonly code: string;
    readonly name: string;
    readonly isSelected: boolean;
  }[];
  readonly search: string;
  readonly stateNames: Readonly<Record<string, string>>;
  /** Form value that means any state. */
  readonly anyState: string;
}

const words = feedbackVi.comments;
const stateWords = feedbackVi.states;

export function CommentFilter({ states, counters, search, stateNames, anyState }: CommentFilterProps) {
  const selected = states.find(({ isSelected }) => isSelected)?.state ?? null;
  return (
    <div class="screen-only">
      <nav aria-label={words.statesLabel}>
        <ul class="tabs">
          {states.map(({ state, count, href, isSelected }) => (
            <li key={href}>
              <a href={href} {...(isSelected ? { 'aria-current': 'page' as const } : {})}>
                {state === null ? words.all : (stateWords[state] ?? state)} <b>{formatCount(count, 'vi')}</b>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form class="find" method="get" action="/can-bo/gop-y">
        <input type="hidden" name="trang-thai" value={selected === null ? anyState : stateNames[selected]} />
        {counters.length < 2 ? null : (
          <select name="quay" aria-label={words.counterLabel}>
            <option value="">{words.allCounters}</option>
            {counters.map(({ code, name, isSelected }) => (
              <option key={code} value={code} selected={isSelected}>
                {name}
              </option>
            ))}
          </select>
        )}
        <input
          type="search"
          name="tim"
          value={search}
          maxLength={100}
          autocomplete="off"
          aria-label={words.searchLabel}
          placeholder={words.searchHint}
        />
        <button type="submit" class="quiet">
          {words.searchButton}
        </button>
      </form>
    </div>
  );
}
