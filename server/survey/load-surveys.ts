import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkTogether, parseCommon, parseSurvey } from './check-survey.ts';
import type { CommonDefinition, Survey, SurveyCatalogue, SurveyDefinition } from './definition.ts';
import type { Parsed } from './parse-file.ts';
import { COMMON, checkPublished, type PublishedList, parsePublishedList } from './published-list.ts';
import { makeFault, type SurveyFault, type SurveyFileFault, SurveyFilesError } from './survey-fault.ts';

interface SurveyFolder {
  readonly faults: readonly SurveyFileFault[];
  /** Valid surveys by id, then version. Empty while `common.json` has faults. */
  readonly surveys: readonly Survey[];
  /** SHA-256 of every readable file, by its key in `published.json`. */
  readonly sha256ByName: ReadonlyMap<string, string>;
  /** Null while `published.json` is missing or has faults. */
  readonly published: PublishedList | null;
}

/** Key of a survey in `published.json`, such as `mot-cua-ngan/v1`. */
export const nameSurvey = (id: string, version: number): string => `${id}/v${version}`;

export const fileOf = (name: string): string => `${name}.json`;

const PUBLISHED_FILE = 'published.json';
const VERSION_FILE = /^v([1-9]\d{0,2})\.json$/;

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

type ReadFile = { readonly text: string; readonly sha256: string } | { readonly fault: SurveyFault };

function readTextFile(folder: string, file: string): ReadFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file));
  } catch (error) {
    const reason = reasonOf(error);
    return {
      fault: reason === 'ENOENT' ? makeFault('file-missing') : makeFault('unreadable', [], { reason }),
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    return { fault: makeFault('not-utf-8') };
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

interface FoundFile {
  readonly id: string;
  readonly version: number;
}

/** JSON files in subfolders. Hidden files, other file types and files in the top folder are ignored. */
function listSurveyFiles(folder: string, report: (file: string, fault: SurveyFault) => void): FoundFile[] {
  const list = (path: string): { name: string; isFolder: boolean }[] => {
    try {
      return readdirSync(join(folder, path))
        .filter((name) => !name.startsWith('.'))
        .sort()
        .map((name) => ({ name, isFolder: isFolder(join(folder, path, name)) }));
    } catch (error) {
      report(path === '' ? folder : path, makeFault('unreadable', [], { reason: reasonOf(error) }));
      return [];
    }
  };
  const isJson = (entry: { name: string; isFolder: boolean }): boolean =>
    !entry.isFolder && /\.json$/i.test(entry.name);
  const found: FoundFile[] = [];
  for (const top of list('')) {
    for (const entry of top.isFolder ? list(top.name).filter(isJson) : []) {
      const version = VERSION_FILE.exec(entry.name)?.[1];
      if (version === undefined) report(`${top.name}/${entry.name}`, makeFault('file-name'));
      else found.push({ id: top.name, version: Number(version) });
    }
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version));
}

function checkPlace(definition: SurveyDefinition, { id, version }: FoundFile): SurveyFault[] {
  return [
    ...(definition.id === id ? [] : [makeFault('wrong-folder', ['id'], { expected: id })]),
    ...(definition.version === version
      ? []
      : [makeFault('wrong-version', ['version'], { expected: version })]),
  ];
}

/** Reports every fault of every file; never throws because of a file's contents. */
export function readSurveyFolder(folder: string): SurveyFolder {
  const faults: SurveyFileFault[] = [];
  const report = (file: string, fault: SurveyFault): void => void faults.push({ file, ...fault });
  const sha256ByName = new Map<string, string>();
  const unreadable = new Set<string>();

  function read<T>(name: string, parse: (text: string) => Parsed<T>): T | null {
    const file = readTextFile(folder, fileOf(name));
    if ('fault' in file) {
      unreadable.add(name);
      report(fileOf(name), file.fault);
      return null;
    }
    if (fileOf(name) !== PUBLISHED_FILE) sha256ByName.set(name, file.sha256);
    const parsed = parse(file.text);
    if (parsed.ok) return parsed.value;
    for (const fault of parsed.faults) report(fileOf(name), fault);
    return null;
  }

  const files = listSurveyFiles(folder, report);
  // When the folder itself cannot be read, a fault for each file in it would be noise.
  if (faults.some(({ file }) => file === folder))
    return { faults, surveys: [], sha256ByName, published: null };
  const common: CommonDefinition | null = read(COMMON, parseCommon);
  const published = read('published', parsePublishedList);
  const isPublished = (name: string): boolean => published !== null && Object.hasOwn(published, name);
  const definitions: { name: string; definition: SurveyDefinition }[] = [];
  for (const file of files) {
    const name = nameSurvey(file.id, file.version);
    // A published survey is checked by its hash instead of being compared with the current `common.json`.
    const definition = read(name, (text) =>
      parseSurvey(text, published === null || isPublished(name) ? undefined : (common ?? undefined)),
    );
    const misplaced = definition === null ? [] : checkPlace(definition, file);
    for (const fault of misplaced) report(fileOf(name), fault);
    if (definition !== null && misplaced.length === 0) definitions.push({ name, definition });
  }
  if (published !== null) {
    for (const { name, fault } of checkPublished(published, sha256ByName)) {
      if (!unreadable.has(name)) report(fileOf(name), fault);
    }
  }
  // Published surveys come first, so that a conflict is reported for the draft.
  const publishedFirst = [...definitions].sort(
    (a, b) => Number(isPublished(b.name)) - Number(isPublished(a.name)),
  );
  for (const { name, fault } of checkTogether(publishedFirst)) report(fileOf(name), fault);

  const surveys =
    common === null
      ? []
      : definitions.map(({ name, definition }) => ({
          ...definition,
          sha256: sha256ByName.get(name)!,
          is_published: isPublished(name),
          levels: common.scale.levels,
        }));
  return { faults, surveys, sha256ByName, published };
}

/**
 * Any fault stops the server, because ballots collected with a wrong form cannot be collected again.
 * @throws SurveyFilesError with every fault of every file.
 */
export function loadSurveys(folder: string): SurveyCatalogue {
  const { faults, surveys } = readSurveyFolder(folder);
  if (faults.length > 0) throw new SurveyFilesError(faults);
  const byName = new Map(surveys.map((survey) => [nameSurvey(survey.id, survey.version), survey]));
  return { find: (id, version) => byName.get(nameSurvey(id, version)), list: () => surveys };
}
