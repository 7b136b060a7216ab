interface TaskRow {
  readonly href: string;
  readonly name: string;
  /** The present value, or what is missing. */
  readonly value: string;
  /** Absent if the row is not a task. */
  readonly isDone?: boolean;
}

interface TaskListProps {
  readonly rows: readonly TaskRow[];
  readonly words: { readonly isDone: string; readonly isMissing: string };
}

/** The whole row is a link to the page on which the task is done. */
export const TaskList = ({ rows, words }: TaskListProps) => (
  <ul class="rows">
    {rows.map(({ href, name, value, isDone }) => (
      <li key={name} class={isDone ? 'is-done' : undefined}>
        {isDone === undefined ? null : (
          <Tick label={isDone ? words.isDone : words.isMissing} isDone={isDone} />
        )}
        <span class="rows-text">
          <a href={href}>{name}</a>
          <span class="soft rows-value">{value}</span>
        </span>
      </li>
    ))}
  </ul>
);

const Tick = ({ label, isDone }: { readonly label: string; readonly isDone: boolean }) => (
  <svg class="tick" viewBox="0 0 24 24" role="img" aria-label={label}>
    {isDone ? <path d="M4 13l5 5L20 6" /> : <rect x="3" y="3" width="18" height="18" rx="3" />}
  </svg>
);
