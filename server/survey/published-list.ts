import { z } from 'zod';
import { type Parsed, parseFile } from './parse-file.ts';
import { makeFault, type SurveyFault } from './survey-fault.ts';

/** SHA-256 (lower-case hexadecimal) by key: `common` or `<id>/v<version>`. */
export type PublishedList = Readonly<Record<string, string>>;

export const COMMON = 'common';

const publishedSchema = z.record(
  z
    .string()
    .regex(/^(common|[a-z][a-z0-9]*(-[a-z0-9]+)*\/v[1-9]\d{0,2})$/, 'must be "common" or "<id>/v<version>"'),
  z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256, 64 digits of 0–9 and a–f'),
);

export const parsePublishedList = (text: string): Parsed<PublishedList> => parseFile(text, publishedSchema);

/** Sorted, so that publishing changes one line. */
export function renderPublishedList(list: PublishedList): string {
  const names = Object.keys(list).sort();
  return `${JSON.stringify(Object.fromEntries(names.map((name) => [name, list[name]])), null, 2)}\n`;
}

/**
 * Published files must not change, because ballots refer to them. Reports published files that are missing or
 * changed, and `common.json` when it exists but is not listed. Other unlisted files are drafts.
 */
export function checkPublished(
  list: PublishedList,
  sha256ByName: ReadonlyMap<string, string>,
): { readonly name: string; readonly fault: SurveyFault }[] {
  const found: { name: string; fault: SurveyFault }[] = [];
  for (const [name, sha256] of Object.entries(list)) {
    const present = sha256ByName.get(name);
    if (present === undefined) found.push({ name, fault: makeFault('published-missing') });
    else if (present !== sha256) found.push({ name, fault: makeFault('published-edited') });
  }
  if (sha256ByName.has(COMMON) && list[COMMON] === undefined) {
    found.push({ name: COMMON, fault: makeFault('not-listed') });
  }
  return found;
}
