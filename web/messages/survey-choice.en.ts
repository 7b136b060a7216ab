import type { SurveyChoiceMessages } from './survey-choice.vi.ts';

/** The same keys as `surveyChoiceVi`. */
export const surveyChoiceEn: SurveyChoiceMessages = {
  title: 'Surveys',
  task: 'Chooses the survey of each counter, shows surveys, checks survey files.',
  intro: 'This page chooses the survey of each counter from a day on, shows surveys and checks their files.',
  public:
    'Each change of a survey is a public line on the results page. Ballots keep the survey they were cast on.',
  readOnly: 'A supervisor reads this page only.',

  currentHeading: 'Surveys in force',
  noCounter: 'There is no counter yet.',
  nothing: 'none: the counter takes no ballots',
  closed: (counter) => `${counter} (closed)`,
  columns: { counter: 'Counter', survey: 'Survey', since: 'From', withdraw: 'Withdraw' },
  plannedHeading: 'Planned',
  plannedNone: 'No change is planned.',
  allCounters: 'all counters',
  withdrawButton: 'Withdraw…',

  changeHeading: 'Change the survey',
  survey: 'Survey',
  surveyChoice: '– please choose –',
  surveyHint: 'Only published surveys can be used.',
  counter: 'At the counter',
  everyCounter: 'All counters',
  since: 'In use from',
  sinceHint: (example) => `Today or later; day, month, year. For example: ${example}.`,
  changeButton: 'Change the survey…',

  listHeading: 'Surveys on this server',
  listColumns: { survey: 'Survey', questions: 'Questions', state: 'State', preview: 'Look' },
  published: 'published',
  draft: 'draft',
  preview: 'Look at it',
  withQuestions: (name, questions) => `${name} (${questions} questions)`,
  name: (title, id, version) => `“${title}” – ${id}, version ${version}`,

  checkHeading: 'Check a survey file',
  checkNote:
    'Choose a JSON file or paste what is in it, to learn what is wrong and to see what citizens would see. Nothing is kept.',
  publishNote:
    'To use a new survey: copy the file into the folder surveys of the server, restart it, and publish it by the command below. A published file does not change any more; make a new version instead.',
  file: 'Survey file',
  fileHint: 'A JSON file in UTF-8 of at most 250 kB.',
  text: 'Or paste its text',
  textHint: 'Passed over when a file is chosen.',
  textMissing: 'Please choose a file or paste its text.',
  checkButton: 'Check',
  checkEnglish: 'Check, and see it in English',

  faults: {
    'survey-missing': () => 'Please choose a published survey.',
    'survey-same': () => 'This survey is in force or planned there already.',
    'counter-missing': () => 'Please choose a counter, or all of them.',
    'day-missing': () => 'Please fill in the day from which it is used.',
    'day-malformed': () =>
      'This day is not in the calendar. Please write day, month, year, for example 05/02/2024.',
    'day-past': () => 'The day cannot lie before today. Please choose today or later.',
    'day-far': () => 'This is more than two years ahead. Please check the year.',
    'day-taken': ({ counter }) =>
      `The counter ${counter} got a survey today already. Please choose tomorrow or later.`,
    'planned-later': ({ counter, day }) =>
      `A change is planned at the counter ${counter} from ${day}. Please choose a later day, or withdraw that change first.`,
    'in-force': () => 'This survey is in force and cannot be withdrawn. Another one can be chosen.',
    'not-last': () => 'Another change is planned after this day. Please withdraw that one first.',
    'nothing-before': () => 'A counter has no survey before this day, so it cannot be withdrawn.',
  },

  confirm: {
    title: 'Please confirm',
    changeAll: (since, survey) => `From ${since} all counters use the survey ${survey}.`,
    changeSome: (since, survey) => `From ${since} the survey ${survey} is used at:`,
    today:
      'The change holds at once and cannot be withdrawn; forms that are open on the old survey can still be sent.',
    later: 'It can be withdrawn before that day.',
    public: 'The results page will carry a public line about it, which cannot be taken away.',
    changeButton: 'Change it in public',
    withdrawAll: (since, survey) =>
      `Withdraw the survey ${survey} planned from ${since} at all counters. What is in force stays.`,
    withdrawSome: (since, survey) =>
      `Withdraw the survey ${survey} planned from ${since}. What is in force stays at:`,
    withdrawButton: 'Withdraw it in public',
  },

  previewPage: {
    note: 'A look only: nothing is sent from this page.',
    sound: 'The file is sound. This is what citizens will see.',
    draft: 'This survey is a draft: it is not published and cannot be used yet.',
    back: 'Back to the surveys',
    counter: 'Name of the counter',
  },
};
