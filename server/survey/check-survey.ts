import {
  type CommonDefinition,
  commonSchema,
  FACTOR_OF_ITEM,
  OVERALL,
  type SurveyDefinition,
  surveySchema,
} from './definition.ts';
import { type Parsed, parseFile } from './parse-file.ts';
import { type JsonPath, makeFault, type SurveyFault } from './survey-fault.ts';

type Json = Readonly<Record<string, unknown>>;

interface Placed {
  readonly path: JsonPath;
  readonly value: Json;
}

const asRecord = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function placeList(list: unknown, path: JsonPath): Placed[] {
  return asList(list).map((value, index) => ({ path: [...path, index], value: asRecord(value) }));
}

/**
 * Reports the fault `code` at each item whose `key` equals that of an earlier item; `param` is the name in the
 * message.
 */
function findRepeated(
  items: readonly Placed[],
  key: string,
  code: SurveyFault['code'],
  param: string = key,
): SurveyFault[] {
  const seen = new Set<unknown>();
  return items.flatMap((item) => {
    const value = item.value[key];
    // Values of other types are faults that the schema reports.
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    if (seen.has(value)) return [makeFault(code, [...item.path, key], { [param]: value })];
    seen.add(value);
    return [];
  });
}

/** The deepest paths at which two JSON values differ. */
function listDifferences(left: unknown, right: unknown, path: JsonPath): JsonPath[] {
  if (Object.is(left, right)) return [];
  const isBranch = typeof left === 'object' && typeof right === 'object' && left !== null && right !== null;
  if (!isBranch || Array.isArray(left) !== Array.isArray(right)) return [path];
  const isList = Array.isArray(left);
  if (isList && left.length !== asList(right).length) return [path];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) =>
    listDifferences((left as Json)[key], (right as Json)[key], [...path, isList ? Number(key) : key]),
  );
}

function checkOverall(questions: readonly Placed[], common: CommonDefinition | undefined): SurveyFault[] {
  const index = questions.findIndex(({ value }) => value.id === OVERALL);
  const overall = questions[index];
  if (overall === undefined) return [makeFault('overall-missing', ['questions'])];
  const faults = index === 0 ? [] : [makeFault('overall-not-first', overall.path)];
  if (common === undefined) return faults;
  const parsed = commonSchema.shape.overall.safeParse(overall.value);
  if (!parsed.success) return faults;
  const places = listDifferences(parsed.data, common.overall, overall.path);
  return [...faults, ...places.map((path) => makeFault('overall-changed', path))];
}

function checkItem({ path, value }: Placed): SurveyFault[] {
  const { id, official_item: item, factor } = value;
  const faults: SurveyFault[] = [];
  if (typeof id === 'string') {
    const isItem = typeof item === 'number';
    if (isItem ? id !== `i${item}` : /^i\d+$/.test(id))
      faults.push(makeFault('item-id', [...path, 'id'], { id }));
  }
  const official = typeof item === 'number' ? FACTOR_OF_ITEM[item] : undefined;
  if (typeof item === 'number' && official !== undefined && factor !== undefined && factor !== official) {
    faults.push(makeFault('item-factor', [...path, 'factor'], { item, factor: official }));
  }
  return faults;
}

function checkCondition(questions: readonly Placed[], position: number): SurveyFault[] {
  const question = questions[position];
  const condition = asRecord(question?.value.show_if);
  const id = condition.question;
  if (question === undefined || typeof id !== 'string') return [];
  const path = [...question.path, 'show_if'];
  const place = [...path, 'question'];
  if (id === question.value.id) return [makeFault('condition-self', place)];
  const target = questions.findIndex(({ value }) => value.id === id);
  if (target === -1) return [makeFault('condition-unknown', place, { id })];
  if (target > position) return [makeFault('condition-later', place, { id })];
  if (questions[target]?.value.na !== null) return [];
  return asList(condition.answers).flatMap((answer, index) =>
    answer === 'na' ? [makeFault('condition-answer', [...path, 'answers', index], { answer })] : [],
  );
}

/**
 * Checks rules that span several places of the file, or `common.json`. Reads the raw JSON, so that all faults of a
 * file that fails the schema are reported as well.
 */
function checkRules(json: unknown, common: CommonDefinition | undefined): SurveyFault[] {
  const survey = asRecord(json);
  const respondent = asRecord(survey.respondent);
  const questions = placeList(survey.questions, ['questions']);
  const faults = Array.isArray(survey.questions) ? checkOverall(questions, common) : [];
  faults.push(...findRepeated(questions, 'id', 'duplicate-question'));
  faults.push(...findRepeated(questions, 'official_item', 'duplicate-item', 'item'));
  for (const [position, question] of questions.entries()) {
    const chips = placeList(asRecord(question.value.chips).options, [...question.path, 'chips', 'options']);
    faults.push(...findRepeated(chips, 'id', 'duplicate-chip'));
    faults.push(...checkItem(question), ...checkCondition(questions, position));
  }
  for (const part of ['kind', 'field']) {
    const options = placeList(asRecord(respondent[part]).options, ['respondent', part, 'options']);
    faults.push(...findRepeated(options, 'id', 'duplicate-option'));
  }
  return faults;
}

/** Without `common`, `overall` must exist but is not compared. */
export const parseSurvey = (text: string, common: CommonDefinition | undefined): Parsed<SurveyDefinition> =>
  parseFile(text, surveySchema, (json) => checkRules(json, common));

/** `overall` must be asked of everybody, and everybody must be able to answer it. */
const OVERALL_SHAPE = {
  id: OVERALL,
  official_item: null,
  factor: null,
  na: null,
  show_if: undefined,
} as const;

export const parseCommon = (text: string): Parsed<CommonDefinition> =>
  parseFile(text, commonSchema, (json) => {
    const overall = asRecord(asRecord(json).overall);
    const faults: SurveyFault[] = [];
    for (const [key, expected] of Object.entries(OVERALL_SHAPE)) {
      if (!Object.hasOwn(overall, key) || overall[key] === expected) continue;
      const words = expected === undefined ? 'left out' : JSON.stringify(expected);
      faults.push(makeFault('overall-shape', ['overall', key], { expected: words }));
    }
    const chips = placeList(asRecord(overall.chips).options, ['overall', 'chips', 'options']);
    return [...faults, ...findRepeated(chips, 'id', 'duplicate-chip')];
  });

/**
 * A question id must have the same official item and factor in all surveys, because counts are added up by id. A
 * fault is reported for the later survey of the list.
 */
export function checkTogether(
  surveys: readonly { readonly name: string; readonly definition: Pick<SurveyDefinition, 'questions'> }[],
): { readonly name: string; readonly fault: SurveyFault }[] {
  const known = new Map<string, { name: string; official_item: number | null; factor: string | null }>();
  const found: { name: string; fault: SurveyFault }[] = [];
  for (const { name, definition } of surveys) {
    for (const [index, question] of definition.questions.entries()) {
      const { id, official_item, factor } = question;
      const first = known.get(id);
      if (first === undefined) known.set(id, { name, official_item, factor });
      for (const field of ['official_item', 'factor'] as const) {
        if (first === undefined || first[field] === question[field]) continue;
        const params = { id, field, other: first.name };
        found.push({ name, fault: makeFault('question-changed', ['questions', index, field], params) });
      }
    }
  }
  return found;
}
