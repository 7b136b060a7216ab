import type { FaultParams, FileFault } from '../../web/types/fault.ts';

export type JsonPath = readonly (string | number)[];

/**
 * Quotes a value from the file for a message: shortened, and without control characters, which would change a
 * terminal.
 */
const quote = (value: string | number | undefined): string => {
  const text = JSON.stringify(String(value)).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
  return text.length <= 80 ? text : `${text.slice(0, 76)}…"`;
};

/** Messages are in English, for the person who installs the server or publishes a survey at the console. */
const MESSAGES = {
  unreadable: (p: FaultParams) => `cannot be read (${p.reason})`,
  'file-missing': () => 'is missing',
  'file-name': () => 'is not where a survey is looked for: <id>/v<version>.json, as in my-survey/v1.json',
  'file-too-large': (p: FaultParams) => `has more than ${p.limit} characters`,
  'not-utf-8': () => 'is not UTF-8: save it with the encoding "UTF-8"',
  'bad-json': (p: FaultParams) => `is not JSON: ${p.reason}`,
  missing: () => 'is missing',
  'missing-translation': (p: FaultParams) => `has no text in the language "${p.locale}"`,
  'unknown-key': () => 'is not a field of the format',
  'wrong-type': (p: FaultParams) => `must be ${p.expected}`,
  'wrong-value': (p: FaultParams) => `must be ${p.expected}`,
  'unknown-factor': (p: FaultParams) => `must be null or ${p.expected}`,
  'too-long': (p: FaultParams) => `must have at most ${p.limit} characters`,
  'too-short': (p: FaultParams) => `must have at least ${p.limit} characters`,
  'too-many': (p: FaultParams) => `must have at most ${p.limit} entries`,
  'too-few': (p: FaultParams) => `must have at least ${p.limit} entries`,
  'too-big': (p: FaultParams) => `must be at most ${p.limit}`,
  'too-small': (p: FaultParams) => `must be at least ${p.limit}`,
  'bad-text': (p: FaultParams) => `${p.reason}`,
  'duplicate-question': (p: FaultParams) => `another question has the id ${quote(p.id)}`,
  'duplicate-chip': (p: FaultParams) => `another chip of this question has the id ${quote(p.id)}`,
  'duplicate-option': (p: FaultParams) => `another option has the id ${quote(p.id)}`,
  'duplicate-item': (p: FaultParams) => `another question has the official item ${p.item}`,
  'overall-missing': () => 'has no question "overall", which every survey must have',
  'overall-not-first': () => '"overall" must be the first question',
  'overall-changed': () => 'differs from "overall" in common.json, which every survey must carry unchanged',
  'overall-shape': (p: FaultParams) =>
    `must be ${p.expected}: everybody is asked "overall" and must be able to answer`,
  'item-id': (p: FaultParams) =>
    `the id ${quote(p.id)} must go with the official item of the same number, as "i25" with 25`,
  'item-factor': (p: FaultParams) => `the official form puts item ${p.item} under ${quote(p.factor)}`,
  'condition-unknown': (p: FaultParams) => `there is no question ${quote(p.id)} to hang on`,
  'condition-self': () => 'a question cannot hang on itself',
  'condition-later': (p: FaultParams) =>
    `${quote(p.id)} is asked later: a question can only hang on an earlier one`,
  'condition-answer': (p: FaultParams) => `${quote(p.answer)} is not an answer that the question can have`,
  'wrong-folder': (p: FaultParams) => `must be ${quote(p.expected)}, the name of the folder`,
  'wrong-version': (p: FaultParams) => `must be ${p.expected}, as in the name of the file`,
  'question-changed': (p: FaultParams) =>
    `${quote(p.id)} has another ${p.field} in ${p.other}: a changed meaning is a new id`,
  'published-edited': () =>
    'was edited after it had been published: undo that, and make a new version instead',
  'published-missing': () => 'is published but the file is missing',
  'not-listed': () => 'is not listed in published.json',
  'already-published': () => 'is published already',
} satisfies Record<string, (params: FaultParams) => string>;

type SurveyFaultCode = keyof typeof MESSAGES;

/** `field` is a path such as `questions[2].chips.options[0].id`; empty for the whole file. */
export interface SurveyFault extends FileFault {
  readonly code: SurveyFaultCode;
}

/** `file` is relative to the surveys folder, with `/` on every platform, or is the folder itself. */
export interface SurveyFileFault extends SurveyFault {
  readonly file: string;
}

/** For example `questions[2].text.vi`. */
export function formatPath(path: JsonPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_]\w{0,39}$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${quote(step)}]`;
  }
  return text;
}

export function makeFault(code: SurveyFaultCode, path: JsonPath = [], params: FaultParams = {}): SurveyFault {
  return { field: formatPath(path), code, params, message: MESSAGES[code](params) };
}

/** The message has one line per fault. */
export class SurveyFilesError extends Error {
  override readonly name = 'SurveyFilesError';
  constructor(readonly faults: readonly SurveyFileFault[]) {
    const lines = faults.map(
      ({ file, field, message }) => `  ${[file, field, message].filter(Boolean).join(': ')}`,
    );
    super(
      `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the survey files:\n${lines.join('\n')}`,
    );
  }
}
