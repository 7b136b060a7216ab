import { feedbackVi } from '../messages/feedback.vi.ts';

export interface CommentStateChoice {
  /** The selected mark; null: comments with any mark. */
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
  /** Search text; empty: no search. */
  readonly search: string;
  /** Form and URL values of the marks. */
  readonly stateNames: Readonly<Record<string, string>>;
  /** Link to the unfiltered list; null when nothing is filtered. */
  readonly clearHref: string | null;
}

const words = feedbackVi.comments;
const stateWords = feedbackVi.states;

export function CommentFilter({ states, counters, search, stateNames, clearHref }: CommentFilterProps) {
  const selected = states.find(({ isSelected }) => isSelected)?.state ?? null;
  // Collapsed by default, so that a phone shows comments first; open while a filter is active.
  const isOpen = search !== '' || counters.some(({ isSelected }) => isSelected);
  return (
    <div class="screen-only">
      <nav aria-label={words.statesLabel}>
        <ul class="choices">
          {states.map(({ state, count, href, isSelected }) => (
            <li key={href}>
              <a href={href} {...(isSelected ? { 'aria-current': 'true' as const } : {})}>
                {words.stateWithCount(state === null ? words.all : (stateWords[state] ?? state), count)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <details class="comment-fold" open={isOpen}>
        <summary>{words.searchFold}</summary>
        <form class="picker comment-search" method="get" action="/can-bo/gop-y">
          {selected === null ? null : <input type="hidden" name="trang-thai" value={stateNames[selected]} />}
          <div class="field">
            <label for="tim">{words.searchLabel}</label>
            <p id="tim-hint" class="soft">
              {words.searchHint}
            </p>
            <input
              type="search"
              id="tim"
              name="tim"
              value={search}
              maxLength={100}
              autocomplete="off"
              aria-describedby="tim-hint"
            />
          </div>
          {counters.length < 2 ? null : (
            <>
              <label for="quay">{words.counterLabel}</label>
              <select id="quay" name="quay">
                <option value="">{words.allCounters}</option>
                {counters.map(({ code, name, isSelected }) => (
                  <option key={code} value={code} selected={isSelected}>
                    {name}
                  </option>
                ))}
              </select>
            </>
          )}
          <p class="actions">
            <button type="submit">{words.searchButton}</button>
            {clearHref === null ? null : <a href={clearHref}>{words.clear}</a>}
          </p>
        </form>
      </details>
    </div>
  );
}
