import { checkTogether, parseSurvey } from './check-survey.ts';
import { type CommonDefinition, OVERALL, type SurveyCatalogue, type SurveyDefinition } from './definition.ts';
import { makeFault, type SurveyFault } from './survey-fault.ts';

/** More faults than these are counted, not told: whoever reads them begins at the first. */
export const MOST_FAULTS = 100;

/** What a survey file is found to be before anybody publishes it. */
export type Examination =
  | {
      readonly ok: true;
      /** With the words of the scale, as a page shows it. */
      readonly survey: SurveyDefinition & Pick<CommonDefinition['scale'], 'levels'>;
    }
  | {
      readonly ok: false;
      readonly faults: readonly SurveyFault[];
      /** How many more there are. */
      readonly more: number;
      /** Where the text stops being JSON, lines and columns from 1; null where that is not the fault. */
      readonly brokenAt: { readonly line: number; readonly column: number } | null;
    };

/**
 * Judges the text of a file as publishing it would: its form, its rules, the words that all surveys share, the
 * meaning of its question ids in the surveys that are there, and that its version is not published already.
 * @throws Error where the catalogue is empty, which the start does not let be.
 */
export function examineFile(text: string, surveys: SurveyCatalogue): Examination {
  const common = commonOf(surveys);
  const parsed = parseSurvey(text, common);
  const faults = parsed.ok ? faultsBeside(parsed.value, surveys) : parsed.faults;
  if (parsed.ok && faults.length === 0) {
    return { ok: true, survey: { ...parsed.value, levels: common.scale.levels } };
  }
  const told = faults.slice(0, MOST_FAULTS);
  return { ok: false, faults: told, more: faults.length - told.length, brokenAt: findBreak(text, faults) };
}

/** The one fault of a file that could not even be read as text. */
export const refuseFile = (code: 'not-utf-8'): Examination => ({
  ok: false,
  faults: [makeFault(code)],
  more: 0,
  brokenAt: null,
});

/** Every survey carries what all share, so any of them tells it. */
function commonOf(surveys: SurveyCatalogue): CommonDefinition {
  const [survey] = surveys.list();
  const overall = survey?.questions.find(({ id }) => id === OVERALL);
  if (!survey || !overall) throw new Error('there is no survey');
  return { scale: { id: survey.scale, levels: survey.levels }, overall };
}

function faultsBeside(survey: SurveyDefinition, surveys: SurveyCatalogue): SurveyFault[] {
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

/** Where a text stops being JSON; null where something else is wrong with it. */
function findBreak(text: string, faults: readonly SurveyFault[]): { line: number; column: number } | null {
  if (!faults.some(({ code }) => code === 'bad-json')) return null;
  // A byte order mark is passed over before the text is read.
  const read = text.replace(/^\ufeff/, '');
  // The parser does not always say where it stopped, so the shortest beginning that it refuses is looked for.
  let sound = 0;
  let refused = read.length + 1;
  while (refused - sound > 1) {
    const middle = Math.floor((sound + refused) / 2);
    if (mayGoOn(read.slice(0, middle))) sound = middle;
    else refused = middle;
  }
  const lines = read.slice(0, sound).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Whether a text is JSON, or would be if it went on. */
function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const position = / at position (\d+)/.exec(message)?.[1];
    return /Unexpected end|Unterminated string/.test(message) || Number(position) >= beginning.length;
  }
}
