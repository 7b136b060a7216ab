import { checkTogether, parseSurvey } from './check-survey.ts';
import {
  type CommonDefinition,
  getDefaultSurvey,
  OVERALL,
  type SurveyCatalogue,
  type SurveyDefinition,
} from './definition.ts';
import { makeFault, type SurveyFault } from './survey-fault.ts';

/** Maximum number of faults that are listed; further ones are only counted. */
export const MAX_FAULTS = 100;

export type Examination =
  | {
      readonly ok: true;
      readonly survey: SurveyDefinition & Pick<CommonDefinition['scale'], 'levels'>;
    }
  | {
      readonly ok: false;
      readonly faults: readonly SurveyFault[];
      /** Number of faults beyond `MAX_FAULTS`. */
      readonly more: number;
      /** Position of the JSON syntax error, from 1; null when the file is valid JSON. */
      readonly brokenAt: { readonly line: number; readonly column: number } | null;
    };

/**
 * Checks whether a file could be published: schema, rules, `common.json`, question ids with the meaning that they
 * have in existing surveys, and a version that is not published yet.
 * @throws Error when the catalogue lacks the default survey.
 */
export function examineFile(text: string, surveys: SurveyCatalogue): Examination {
  const common = commonOf(surveys);
  const parsed = parseSurvey(text, common);
  const faults = parsed.ok ? faultsAgainst(parsed.value, surveys) : parsed.faults;
  if (parsed.ok && faults.length === 0) {
    return { ok: true, survey: { ...parsed.value, levels: common.scale.levels } };
  }
  const listed = faults.slice(0, MAX_FAULTS);
  return {
    ok: false,
    faults: listed,
    more: faults.length - listed.length,
    brokenAt: findSyntaxError(text, faults),
  };
}

export const refuseFile = (code: 'not-utf-8'): Examination => ({
  ok: false,
  faults: [makeFault(code)],
  more: 0,
  brokenAt: null,
});

/** Taken from the newest default survey, which contains the current `common.json` unchanged. */
function commonOf(surveys: SurveyCatalogue): CommonDefinition {
  const survey = getDefaultSurvey(surveys, 'poster');
  const overall = survey?.questions.find(({ id }) => id === OVERALL);
  if (!overall) throw new Error('the default survey lacks the common question');
  return { scale: { id: survey.scale, levels: survey.levels }, overall };
}

function faultsAgainst(survey: SurveyDefinition, surveys: SurveyCatalogue): SurveyFault[] {
  const same = surveys.find(survey.id, survey.version);
  if (same?.is_published) return [makeFault('already-published', ['version'])];
  const others = surveys.list().filter((other) => other !== same);
  const named = [...others, survey].map((definition) => ({
    name: `${definition.id}/v${definition.version}`,
    definition,
  }));
  const own = `${survey.id}/v${survey.version}`;
  return checkTogether(named)
    .filter(({ name }) => name === own)
    .map(({ fault }) => fault);
}

function findSyntaxError(
  text: string,
  faults: readonly SurveyFault[],
): { line: number; column: number } | null {
  if (!faults.some(({ code }) => code === 'bad-json')) return null;
  // A byte order mark, which `parseJson` ignores, must not count as a column.
  const json = text.replace(/^\ufeff/, '');
  // V8 does not always report the position, so a binary search finds the shortest prefix that the parser rejects.
  let valid = 0;
  let rejected = json.length + 1;
  while (rejected - valid > 1) {
    const middle = Math.floor((valid + rejected) / 2);
    if (isJsonPrefix(json.slice(0, middle))) valid = middle;
    else rejected = middle;
  }
  const lines = json.slice(0, valid).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Valid JSON, or a prefix that could continue to valid JSON. */
function isJsonPrefix(prefix: string): boolean {
  try {
    JSON.parse(prefix);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const position = / at position (\d+)/.exec(message)?.[1];
    return /Unexpected end|Unterminated string/.test(message) || Number(position) >= prefix.length;
  }
}
