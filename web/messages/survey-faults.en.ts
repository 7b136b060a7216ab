import { formatCount } from '../formatting/numbers.ts';
import type { SurveyFaultMessages } from './survey-faults.vi.ts';

const count = (value: string | number | undefined): string => formatCount(Number(value), 'en');

/** The same keys as `surveyFaultsVi`. */
export const surveyFaultsEn: SurveyFaultMessages = {
  title: 'The survey file has faults',
  heading: (n) => `${count(n)} things to put right in the survey file`,
  more: (n) => `${count(n)} more are not listed. Please put these right first.`,
  placeNote: 'Places count from 0: questions[3] is the fourth question.',
  columns: { place: 'Place', fault: 'Fault' },
  whole: 'the whole file',
  brokenAt: (line, column) => `line ${count(line)}, column ${count(column)}`,
  other: (message) => `is not right: ${message}`,

  codes: {
    'file-too-large': ({ limit }) => `the file has more than ${count(limit)} characters`,
    'not-utf-8': () => 'the file is not UTF-8; please save it with the encoding “UTF-8”',
    'bad-json': () => 'from here on the file is not JSON: often a comma or a bracket too many or too few',
    missing: () => 'is missing',
    'missing-translation': ({ locale }) => `has no text in the language “${locale}”`,
    'unknown-key': () => 'is not a field of the format; please check its name',
    'wrong-type': ({ expected }) => `must be ${expected}`,
    'wrong-value': ({ expected }) => `must be ${expected}`,
    'unknown-factor': ({ expected }) => `must be null or ${expected}`,
    'too-long': ({ limit }) => `has more than ${count(limit)} characters`,
    'too-short': ({ limit }) => `needs at least ${count(limit)} characters`,
    'too-many': ({ limit }) => `has more than ${count(limit)} entries`,
    'too-few': ({ limit }) => `needs at least ${count(limit)} entries`,
    'too-big': ({ limit }) => `is above ${count(limit)}`,
    'too-small': ({ limit }) => `is below ${count(limit)}`,
    'bad-text': ({ reason }) => String(reason),
    'duplicate-question': ({ id }) => `another question has the id “${id}”`,
    'duplicate-chip': ({ id }) => `another reason of this question has the id “${id}”`,
    'duplicate-option': ({ id }) => `another option has the id “${id}”`,
    'duplicate-item': ({ item }) => `another question has the official item ${item}`,
    'overall-missing': () => 'there is no question “overall”, which every survey must have',
    'overall-not-first': () => '“overall” must be the first question',
    'overall-changed': () => 'differs from the common “overall”, which every survey must carry unchanged',
    'item-id': ({ id }) => `the id “${id}” must go with the item of the same number, as “i25” with 25`,
    'item-factor': ({ item, factor }) => `the official form puts item ${item} under “${factor}”`,
    'condition-unknown': ({ id }) => `there is no question “${id}” to hang on`,
    'condition-self': () => 'a question cannot hang on itself',
    'condition-later': ({ id }) => `“${id}” comes later; a question hangs on an earlier one`,
    'condition-answer': ({ answer }) => `the question that it hangs on has no answer “${answer}”`,
    'question-changed': ({ id, field, other }) =>
      `“${id}” has another ${field} in ${other}; a changed meaning is a new id`,
    'already-published': () =>
      'this version is published and cannot change; please take the next number of version',
  },

  reasons: {
    'a text in quotes': 'a text in quotes',
    'an object { … }': 'an object { … }',
    'a list [ … ]': 'a list [ … ]',
    'a number': 'a number',
    'a whole number': 'a whole number',
    'must be one line without control characters': 'must be one line without control characters',
    'must be lower-case words of a–z and 0–9 joined by "-"':
      'must be lower-case words of a–z and 0–9 joined by "-"',
    'is a reserved word': 'is a reserved word',
  },
};
