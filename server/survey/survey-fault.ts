/** Keys and array indexes from the root. */
export type JsonPath = readonly (string | number)[];

type Params = Readonly<Record<string, string | number>>;

/**
 * Quotes a value from the file for a message: truncated, without control characters that would upset a
 * terminal.
 */
const quote = (value: string | number | undefined): string => {
  const text = JSON.stringify(String(value)).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
  return text.length <= 80 ? text : `${text.slice(0, 76)}…"`;
};

/** In English: they go to the console of the person who installs the server or publishes a survey. */
const MESSAGES = {
  unreadable: (p: Params) => `cannot be read (${p.reason})`,
  'file-missing': () => 'is missing',
  'file-name': () => 'is not where a survey is looked for: <id>/v<version>.json, as in my-survey/v1.json',
  'file-too-large': (p: Params) => `has more than ${p.limit} characters`,
  'not-utf-8': () => 'is not UTF-8: save it with the encoding "UTF-8"',
  'bad-json': (p: Params) => `is not JSON: ${p.reason}`,
  missing: () => 'is missing',
  'missing-translation': (p: Params) => `has no text in the language "${p.locale}"`,
  'unknown-key': () => 'is not a field of the format',
  'wrong-type': (p: Params) => `must be ${p.expected}`,
  'wrong-value': (p: Params) => `must be ${p.expected}`,
  'unknown-factor': (p: Params) => `must be null or ${p.expected}`,
  'too-long': (p: Params) => `must have at most ${p.limit} characters`,
  'too-short': (p: Params) => `must have at least ${p.limit} characters`,
  'too-many': (p: Params) => `must have at most ${p.limit} entries`,
  'too-few': (p: Params) => `must have at least ${p.limit} entries`,
  'too-big': (p: Params) => `must be at most ${p.limit}`,
  'too-small': (p: Params) => `must be at least ${p.limit}`,
  'bad-text': (p: Params) => `${p.reason}`,
  'duplicate-question': (p: Params) => `another question has the id ${quote(p.id)}`,
  'duplicate-chip': (p: Params) => `another chip of this question has the id ${quote(p.id)}`,
  'duplicate-option': (p: Params) => `another option has the id ${quote(p.id)}`,
  'duplicate-item': (p: Params) => `another question has the official item ${p.item}`,
  'overall-missing': () => 'has no question "overall", which every survey must have',
  'overall-not-first': () => '"overall" must be the first question',
  'overall-changed': () => 'differs from "overall" in common.json, which every survey must carry unchanged',
  'overall-shape': (p: Params) =>
    `must be ${p.expected}: everybody is asked "overall" and must be able to answer`,
  'item-id': (p: Params) =>
    `the id ${quote(p.id)} must go with the official item of the same number, as "i25" with 25`,
  'item-factor': (p: Params) => `the official form puts item ${p.item} under ${quote(p.factor)}`,
  'condition-unknown': (p: Params) => `there is no question ${quote(p.id)} to hang on`,
  'condition-self': () => 'a question cannot hang on itself',
  'condition-later': (p: Params) =>
    `${quote(p.id)} is asked later: a question can only hang on an earlier one`,
  'condition-answer': (p: Params) => `${quote(p.answer)} is not an answer that the question can have`,
  'wrong-folder': (p: Params) => `must be ${quote(p.expected)}, the name of the folder`,
  'wrong-version': (p: Params) => `must be ${p.expected}, as in the name of the file`,
  'question-changed': (p: Params) =>
    `${quote(p.id)} has another ${p.field} in ${p.other}: a changed meaning is a new id`,
  'published-edited': () =>
    'was edited after it had been published: undo that, and make a new version instead',
  'published-missing': () => 'is published but the file is missing',
  'not-listed': () => 'is not listed in published.json',
  'already-published': () => 'is published already',
} satisfies Record<string, (params: Params) => string>;

type SurveyFaultCode = keyof typeof MESSAGES;

export interface SurveyFault {
  /** Such as `questions[2].chips.options[0].id`; empty for the whole file. */
  readonly path: string;
  readonly code: SurveyFaultCode;
  /** The message's parameters, for translations. */
  readonly params: Params;
  /** One line, in English. */
  readonly message: string;
}

/** `file` is relative to the surveys folder, with `/` on every platform; or the folder itself. */
export interface SurveyFileFault extends SurveyFault {
  readonly file: string;
}

/** `questions[2].text.vi`. */
export function formatPath(path: JsonPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_]\w{0,39}$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${quote(step)}]`;
  }
  return text;
}

export function makeFault(code: SurveyFaultCode, path: JsonPath = [], params: Params = {}): SurveyFault {
  return { path: formatPath(path), code, params, message: MESSAGES[code](params) };
}

/** The surveys folder has faults. The message has one line per fault. */
export class SurveyFilesError extends Error {
  override readonly name = 'SurveyFilesError';
  constructor(readonly faults: readonly SurveyFileFault[]) {
    const lines = faults.map(
      ({ file, path, message }) => `  ${[file, path, message].filter(Boolean).join(': ')}`,
    );
    super(
      `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the survey files:\n${lines.join('\n')}`,
    );
  }
}
