import { type HandedFile, listHandedFiles } from './handed-files.ts';
import { type Problem, type Pulled, pullSource, type SourceRequest } from './pull-source.ts';
import type { Source } from './read-list.ts';

interface PullRequest extends SourceRequest {
  readonly sources: readonly Source[];
  /** Folder of files that were handed over. */
  readonly from: string | null;
  readonly onProgress: (done: number) => void;
}

const PARALLEL = 12;

/** Reads all sources; what is wrong with one of them never stops the others. */
export async function pullReports(request: PullRequest): Promise<Pulled> {
  const { sources, from, periodId } = request;
  const files = from === null ? new Map<string, HandedFile[]>() : listHandedFiles(sources, periodId, from);
  const results: Pulled[] = [];
  const waiting = [...sources];
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      results.push(await pullSource(request, source, files.get(source.name) ?? []));
      request.onProgress(results.length);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const foreign = (files.get('') ?? []).map(({ name, code }) => ({
    source: '',
    about: name,
    code,
    age: null,
  }));
  const all = rejectDoubled({
    reports: results.flatMap(({ reports }) => reports),
    problems: [...results.flatMap(({ problems }) => problems), ...foreign],
    without: results.flatMap(({ without }) => without),
  });
  return {
    reports: sortBy(all.reports, ({ source, report }) => `${source}\n${report.unit.code}`),
    problems: sortBy(all.problems, ({ source, about }) => `${source}\n${about}`),
    without: sortBy(all.without, ({ name, unit }) => `${name}\n${unit}`),
  };
}

/**
 * Two sources that lead to one installation would count its units twice. A source to which the list or an
 * earlier pull assigns the unit has precedence, so that another source cannot replace its report.
 */
function rejectDoubled({ reports, problems, without }: Pulled): Pulled {
  const seen = new Map<string, string>();
  const doubled: Problem[] = [];
  const inOrder = sortBy(reports, ({ isExpected, source }) => `${isExpected ? 0 : 1}\n${source}`);
  const single = inOrder.filter(({ source, report, installation }) => {
    const { code } = report.unit;
    const key = `${installation ?? `\n${source}`}\n${code}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, source);
    else doubled.push({ source, about: `${code} (${first})`, code: 'doubled', age: null });
    return first === undefined;
  });
  return { reports: single, problems: [...problems, ...doubled], without };
}

const sortBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'vi'));
