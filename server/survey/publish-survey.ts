import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, nameSurvey, readSurveyFolder } from './load-surveys.ts';
import { COMMON, renderPublishedList } from './published-list.ts';
import { makeFault, SurveyFilesError } from './survey-fault.ts';

interface Publication {
  /** Key in `published.json`, such as `mot-cua-ngan/v1`. */
  readonly name: string;
  /** Of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Atomic: written to a new file, synced and renamed, so that a power cut leaves the old or the new file. */
function replaceFile(path: string, text: string): void {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/**
 * Adds the file's hash to `published.json`; from then on the file must not change. Faults of other drafts are
 * ignored.
 * @throws SurveyFilesError when the draft, `common.json` or `published.json` has faults, the file is missing, or it
 * is published already.
 */
export function publishSurvey(folder: string, id: string, version: number): Publication {
  const name = nameSurvey(id, version);
  const { faults, surveys, sha256ByName, published } = readSurveyFolder(folder);
  const concerned = new Set([fileOf(name), fileOf(COMMON), 'published.json', folder]);
  const inTheWay = faults.filter(({ file }) => concerned.has(file));
  if (inTheWay.length > 0) throw new SurveyFilesError(inTheWay);
  const refuse = (code: 'file-missing' | 'already-published'): never => {
    throw new SurveyFilesError([{ file: fileOf(name), ...makeFault(code) }]);
  };
  const survey = surveys.find((one) => one.id === id && one.version === version);
  const sha256 = sha256ByName.get(name);
  if (survey === undefined || sha256 === undefined || published === null) return refuse('file-missing');
  if (survey.is_published) return refuse('already-published');
  replaceFile(join(folder, 'published.json'), renderPublishedList({ ...published, [name]: sha256 }));
  return { name, sha256 };
}
