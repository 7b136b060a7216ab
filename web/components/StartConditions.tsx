import { startVi as words } from '../messages/trial.vi.ts';
import type { StartConditionView } from '../types/administration.ts';
import { TaskList } from './TaskList.tsx';

const PLACES: Readonly<Record<string, string>> = {
  unit: '/quan-tri/don-vi',
  phone: '/quan-tri/don-vi',
  target: '/quan-tri/muc-tieu',
  address: '/quan-tri/bat-dau#local',
  leader: '/quan-tri/nguoi-dung',
};

interface StartConditionsProps {
  readonly conditions: readonly StartConditionView[];
  /** Whether the list ends with a link to the official start. */
  readonly hasStart?: boolean;
}

export function StartConditions({ conditions, hasStart = false }: StartConditionsProps) {
  const all = conditions.length;
  const missing = conditions.filter(({ value }) => value === null).length;
  const rows = conditions.map(({ id, value }) => ({
    href: PLACES[id] ?? '/quan-tri',
    name: words.conditions[id] ?? id,
    value: value === null ? (words.lacking[id] ?? '') : value === '' ? words.localOnly : value,
    isDone: value !== null,
  }));
  const start = {
    href: '/quan-tri/bat-dau',
    name: words.title,
    value: missing > 0 ? words.missing(missing) : words.complete(all),
    isDone: false,
  };
  return (
    <section class="todo" aria-labelledby="conditions">
      <h2 id="conditions">{missing > 0 ? words.missing(missing) : words.complete(all)}</h2>
      <p class="soft">
        <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">
          <rect class="bar-rest" width="100" height="8" />
          <rect class="bar-done" width={(100 * (all - missing)) / all} height="8" />
        </svg>
        {words.progress(all - missing, all)}
      </p>
      <TaskList rows={hasStart ? [...rows, start] : rows} words={words} />
    </section>
  );
}
