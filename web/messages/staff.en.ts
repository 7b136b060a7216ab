import type { Locale } from '../formatting/numbers.ts';
import { formatCount } from '../formatting/numbers.ts';
import type { StaffMessages } from './staff.vi.ts';

const count = (n: number): string => formatCount(n, 'en');
const people = (n: number): string => (n === 1 ? '1 person' : `${count(n)} people`);
const ballots = (n: number): string => (n === 1 ? '1 ballot' : `${count(n)} ballots`);
const are = (n: number): string => (n === 1 ? 'is' : 'are');

/** The same keys as `staffVi`. */
export const staffEn: StaffMessages = {
  locale: 'en' as Locale,

  skipToContent: 'Skip to the content',
  menu: 'Contents',
  navigation: 'Pages',
  nav: {
    leader: 'Leader',
    week: 'By week',
    comments: 'Comments',
    transactions: 'Transactions',
    posters: 'Posters',
    results: 'Public results',
    administration: 'Administration',
    account: 'Account',
    signOut: 'Sign out',
  },

  period: {
    week: (span) => `Week ${span}`,
    month: (month, year) => `Month ${month}/${year}`,
    quarter: (quarter, year) => `Quarter ${quarter}, ${year}`,
    firstHalf: (year) => `First half of ${year}`,
    secondHalf: (year) => `Second half of ${year}`,
    year: (year) => `Year ${year}`,
    reportMonth: (month, year) => `Reporting month ${month}/${year}`,
    reportQuarter: (quarter, year) => `Reporting quarter ${quarter}, ${year}`,
    reportFirstHalf: (year) => `Reporting first half of ${year}`,
    reportSecondHalf: (year) => `Reporting second half of ${year}`,
    reportNineMonths: (year) => `Reporting nine months of ${year}`,
    reportYear: (year) => `Reporting year ${year}`,
    range: (span) => `Days ${span}`,
    withSpan: (name, span) => `${name} (${span})`,
    kinds: {
      week: 'Week',
      month: 'Month',
      quarter: 'Quarter',
      half: 'Half-year',
      year: 'Year',
      'report-month': 'Reporting month',
      'report-quarter': 'Reporting quarter',
      'report-half': 'Reporting half-year',
      'report-9m': 'Reporting nine months',
      'report-year': 'Reporting year',
      range: 'Range of days',
    },
  },

  picker: {
    heading: 'See another period',
    label: 'Period',
    button: 'Show',
    empty: 'There is no period to choose yet.',
  },

  verdict: {
    met: 'MET the target',
    metUnsure: { lead: 'MET,', tail: 'but too few ballots to be sure' },
    metClose: { lead: 'MET,', tail: 'but close to the target' },
    metExactly: { lead: 'MET', tail: '(exactly the target)' },
    notMet: 'NOT MET',
    notMetUnsure: { lead: 'NOT MET,', tail: 'but too few ballots to be sure' },
    notMetClose: { lead: 'NOT MET,', tail: 'but close to the target' },
    tooFew: { lead: 'TOO FEW BALLOTS', tail: 'to say whether the target is met' },
    none: { lead: 'NO BALLOTS', tail: 'in this period' },
    waiting: { lead: 'TOO FEW BALLOTS', tail: 'to show a result' },
    allSetAside: { lead: 'NO BALLOT COUNTED', tail: 'in this period' },
    noTarget: { lead: 'NO TARGET SET', tail: 'for this period' },

    some: (denominator, numerator, percent) =>
      `Of the ${people(denominator)} who answered, ${count(numerator)} ${are(numerator)} satisfied (${percent}).`,
    all: (denominator, percent) =>
      `Of the ${people(denominator)} who answered, all are satisfied (${percent}).`,
    nobody: (denominator, percent) =>
      `Of the ${people(denominator)} who answered, nobody is satisfied (${percent}).`,
    fewCount: (denominator, minimum) =>
      `Only ${ballots(denominator)} so far; at least ${count(minimum)} are needed.`,
    fewSome: (denominator, numerator) =>
      `Of the ${people(denominator)} who answered, ${count(numerator)} ${are(numerator)} satisfied.`,
    fewAll: (denominator) => `Of the ${people(denominator)} who answered, all are satisfied.`,
    fewNobody: (denominator) => `Of the ${people(denominator)} who answered, nobody is satisfied.`,
    checkPosters: 'Please check that the posters are still at the counters.',
    waitingForFive: (received) =>
      `${ballots(received)} received. Results appear from 5 ballots on, so that nobody can tell what one person answered.`,
    onlySetAside: (received) =>
      `${ballots(received)} received, all of them set aside: they are not part of the main figure.`,

    needed: (needed) => `To meet the target, ${count(needed)} satisfied people are needed.`,
    enough: 'There are enough ballots to conclude.',
    missing: (missing) => `${count(missing)} more satisfied would equal the target.`,
    target: (percent, since) => `Target: ${percent} (since ${since}).`,
    interval: (denominator, low, high) =>
      `With only ${ballots(denominator)}, the figure might be anywhere from ${low} to ${high}.`,
    intervalCertain: (denominator, low, high) =>
      `With ${ballots(denominator)}, the figure might be anywhere from ${low} to ${high}.`,
    intervalFinite: (population, low, high) =>
      `Allowing for there being only ${count(population)} transactions (entered by the office): from ${low} to ${high}.`,
    more: (more) => `About ${count(more)} more ballots like these would settle it.`,
    moreClosed: (more) =>
      `About ${count(more)} more ballots like these would have settled it; the period is closed.`,
    cannotTransactions: (population) =>
      `It cannot become surer in this period: there are only ${count(population)} transactions.`,
    cannotTransactionsUnknown: 'It cannot become surer in this period: there are too few transactions.',
    cannotLimit: 'The figure is so close to the target that it cannot become surer in this period.',
    cannotEqual: 'The figure equals the target, so more ballots like these would not make it surer.',
    rest: (rest, neutral, dissatisfied) =>
      `Of the other ${count(rest)}: ${count(neutral)} neither satisfied nor dissatisfied, ${count(dissatisfied)} dissatisfied.`,
    restNeutral: (rest) =>
      rest === 1
        ? 'The other one is neither satisfied nor dissatisfied.'
        : `The other ${count(rest)} are neither satisfied nor dissatisfied.`,
    restDissatisfied: (rest) =>
      rest === 1 ? 'The other one is dissatisfied.' : `The other ${count(rest)} are dissatisfied.`,
  },

  amongAnswered: 'Of those who answered',
  satisfied: 'satisfied',
  neutral: 'neither',
  dissatisfied: 'dissatisfied',
  counted: (n) => `${ballots(n)} counted`,
  noFigures: 'No data',
  tooFewShown: 'too few ballots',
  suppressed: 'fewer than 5 ballots, not shown',

  fixFirst: {
    heading: 'Fix first:',
    detail: (total, low) => `Of ${people(total)} not satisfied, ${count(low)} marked this low.`,
    nobodyDissatisfied: 'Everybody so far is satisfied.',
    unknown: 'Too few people are not satisfied to point at one thing.',
  },

  status: {
    provisional: (day) => `Provisional up to ${day}; the period is not closed yet.`,
    free: (day) => `Up to ${day}. Ranges of days have no closing day.`,
    closed: (day) => `The period is closed; figures up to the end of ${day}.`,
    pending: (n) => `${n === 1 ? '1 ballot' : `${count(n)} ballots`} received will be added later.`,
    carriedOn: (n) =>
      `${n === 1 ? '1 ballot' : `${count(n)} ballots`} of the period’s last days count in the next period: too few to stand alone.`,
    carriedIn: (n) =>
      `Among them ${n === 1 ? '1 ballot' : `${count(n)} ballots`} of the days just before the period: too few to stand alone there.`,
    detailsCover: (covered, all) =>
      `The details below cover ${count(covered)} of ${count(all)} ballots so far: finished days only, in groups of at least 5. The others follow, at the latest when the period closes.`,
    pendingWhy:
      'The figures move only in groups of at least 5 ballots, so that nobody can guess from them what the last person answered.',
    received: (n) => `${ballots(n)} received.`,
    notSipas: 'These are opinions at the counter, not the SIPAS index; the two are measured differently.',
  },

  response: {
    perTen: (answered) =>
      `${count(answered)} of 10 visitors answered. The figure says nothing of the other ${count(10 - answered)}.`,
    perHundred: (answered) =>
      `${count(answered)} of 100 visitors answered. The figure says nothing of the other ${count(100 - answered)}.`,
    underOne: 'Fewer than 1 of 100 visitors answered. The figure says nothing of the others.',
    nearlyAll: 'Nearly every visitor answered.',
    tooMany: 'There are more ballots than transactions entered. Please check the number of transactions.',
  },

  factors: {
    heading: 'Each group of criteria, weakest first',
    note: 'Satisfaction by the groups of criteria of SIPAS: the share of answers “Satisfied” and “Very satisfied”, averaged over the questions with enough ballots.',
    column: 'Group of criteria',
    share: 'Satisfaction',
    answers: 'Answers',
    mean: (percent) => `Mean of the groups: ${percent}.`,
    noMean: 'Too few groups have data for a mean.',
    leftOut: (items) => `Left out for too few ballots: ${items}.`,
    names: {
      access: 'Access to the service',
      procedure: 'Procedures',
      official: 'Officials',
      result: 'Results',
      feedback: 'Feedback and complaints',
    },
  },

  levels: {
    '1': 'Very dissatisfied',
    '2': 'Dissatisfied',
    '3': 'Neither',
    '4': 'Satisfied',
    '5': 'Very satisfied',
    na: 'No opinion',
    skipped: 'Skipped',
  },
  questions: {
    heading: 'Each question',
    note: 'Left of the middle line is dissatisfied, right of it satisfied; “neither” lies across it.',
    column: 'Question',
    answered: 'Answers',
    answers: (n) => (n === 1 ? '1 answer' : `${count(n)} answers`),
    overall: 'Overall',
    chart: 'Chart of the five levels of each question',
    table: 'Show the figures as a table',
    tableName: 'Figures of each question',
    line: (satisfied, neutral, dissatisfied) =>
      `${count(satisfied)} satisfied, ${count(neutral)} neither, ${count(dissatisfied)} dissatisfied`,
    none: 'There are no answers to show yet.',
  },

  trend: {
    heading: (weeks) =>
      weeks === 0 ? 'Recent weeks' : weeks === 1 ? 'The last week' : `The last ${count(weeks)} weeks`,
    title: 'Chart of satisfaction week by week',
    description: (shown, weeks) =>
      `${count(shown)} of ${count(weeks)} weeks have enough ballots to be shown. The figures are in the table right below the chart.`,
    note: 'A dot is the week’s result, the upright line and the pale band its possible range, an open dot a week not closed yet. Weeks with too few ballots have no dot.',
    axis: 'The upright axis does not start at 0%.',
    target: (percent) => `target ${percent}`,
    table: 'Show the figures as a table',
    tableName: 'Figures of each week',
    week: 'Week',
    ballots: 'Ballots',
    share: 'Satisfied',
    interval: 'Possible range',
    provisional: 'provisional',
    none: 'No week has enough ballots for a chart yet.',
  },

  counters: {
    heading: 'Each counter',
    column: 'Counter',
    ballots: 'Ballots',
    satisfied: 'Satisfied',
    note: (minimum) =>
      `A counter with fewer than ${count(minimum)} ballots shows people, not a percentage: with so few the figure says little. Counters are not ranked.`,
    of: (numerator, denominator) => `${count(numerator)} of ${count(denominator)} people`,
    none: 'No counter has the 5 ballots needed to be shown.',
  },

  channels: {
    heading: 'How people answered',
    column: 'Channel',
    names: {
      poster: 'Poster at the counter',
      link: 'Link sent for online dossiers',
      slip: 'One-time slip',
      tablet: 'Tablet at the office',
      paper: 'Paper form',
      assisted: 'Entered with help',
    },
  },

  setAside: {
    heading: 'Ballots set aside',
    note: 'Set aside: not counted in the main figure, not deleted. It does not mean that the sender did wrong.',
    column: 'Reason',
    total: (n) => `${ballots(n)} set aside.`,
    none: 'No ballots were set aside.',
    withThem: (percent) => `Counting those as well: ${percent} satisfied.`,
    reasons: {
      'repeat-device': 'Too many ballots from one device in a day',
      'too-fast': 'Faster than the answered questions can be read',
      burst: 'More in a few minutes than the counter can serve',
      'tablet-closed': 'Tablet, outside opening hours',
      'same-run': 'Run of identical ballots from one network',
      'foreign-form': 'Not sent from this survey’s page',
    },
    otherReason: (id) => `Another reason (${id})`,
  },

  ballotsColumn: 'Ballots',

  leader: {
    title: 'Leader',
    heading: 'Satisfaction',
    explain: 'What this figure means',
    lastWeek: 'The week that just ended',
    fourWeeks: 'The last four weeks',
    recent: 'Recently',
  },

  week: {
    title: 'Results of the week',
    previous: 'Week before',
    next: 'Week after',
    move: 'Other weeks',
    counter: 'Counter',
    chooseCounter: 'Choose a counter',
    allCounters: 'All counters',
    change: 'Against the week before',
    up: (points) => `Clearly up: ${points} points on the week before.`,
    down: (points) => `Clearly down: ${points} points on the week before.`,
    unclear: 'No clear difference from the week before.',
    noBefore: 'The week before has too few ballots to compare.',
    changedQuestions: 'What clearly differs:',
    changedUp: (name, points) => `${name}: up ${points} points`,
    changedDown: (name, points) => `${name}: down ${points} points`,
    chips: 'What people said was not good',
    chipColumn: 'Not good',
    chipsNone: 'Nothing has been ticked on 5 ballots or more yet.',
    since: 'The days since that week',
    sinceText: (received, span) => `${ballots(received)} received (${span}).`,
    sinceNone: (span) => `No ballots received (${span}).`,
    sinceWhy: 'The results of these days appear when the week has ended.',
    emptyHeading: 'There are no ballots in this week',
    emptyText: 'Please check that the posters are still at the counters and that their codes can be scanned.',
    emptyLink: 'See the posters and print them again',
  },

  results: {
    title: 'Public results',
    heading: 'What people say of the commune’s service',
    receivedTotal: (n) => `${ballots(n)} received up to now.`,
    receivedNone: 'No ballots received up to now.',
    json: 'These figures as JSON, for programs',
    privacy: 'How we keep your answers private',
    front: 'Front page',
    contact: 'Questions about this survey? Please call:',
    countersAtClosing: 'Counters are given when the period has closed.',
    weekIsWhole:
      'For single weeks this page gives the unit’s overall figure only. Questions and counters are given by reporting quarter and reporting year.',
    rules: 'How we count',
    ruleCount: {
      heading: 'The main figure',
      text: 'The number of people who chose “Satisfied” or “Very satisfied” for “Overall, how satisfied are you with this visit?”, divided by the number of people who answered that question. People who chose “Neither” do not count as satisfied, and have not complained either.',
    },
    ruleChoice: {
      heading: 'Nothing preselected, nobody pressed',
      text: 'No level is chosen beforehand. Only the first question is needed; a question left out counts as left out, never as satisfied. Nobody may ask you to choose a level.',
    },
    ruleKept: {
      heading: 'No ballot is deleted',
      text: 'Nobody can change or delete a ballot once it is received.',
    },
    ruleFive: {
      heading: 'Why some figures are hidden',
      text: 'Groups of fewer than 5 ballots show no figures. The figures move only in groups of at least 5 ballots. So nobody, not even the official at the counter, can tell what one person chose.',
    },
    ruleMinimum: {
      heading: 'How many ballots are enough',
      text: (minimum) =>
        `Below ${ballots(minimum)} we only say how many people, without a percentage and without a verdict.`,
    },
    ruleInterval: {
      heading: '“Anywhere from … to …”',
      text: 'With few answers a figure is easily off by chance. The range says how far (Wilson interval, 95%). It says nothing of those who did not answer.',
    },
    rulePeriods: {
      heading: 'Periods and when they close',
      text: 'Weeks run from Monday to Sunday. Reporting months run from the 15th of the month before to the 14th. A period closes at the end of the fifth day after its last day; until then its figures are provisional, afterwards they stay.',
    },
    ruleTargets: {
      heading: 'Target',
      entry: (percent, since) => `${percent}, since ${since}`,
      none: 'No target is set.',
    },
    ruleSipas: {
      heading: 'Not the SIPAS index',
      text: 'These are opinions at the counter. The SIPAS index is measured by the Ministry of Home Affairs on a sample of households once a year. The two are measured differently and cannot be compared directly.',
    },
    ruleVersion: {
      heading: 'Formula and survey',
      rule: (id) => `Formula: ${id}.`,
      survey: (id, version) => `Survey ${id}, version ${count(version)}`,
      fingerprint: 'SHA-256:',
    },
  },

  posters: {
    title: 'Posters',
    intro: 'Every counter has its own code. Print the posters and put them where people see them.',
    printHint:
      'To print: press Ctrl + P (on a Mac ⌘ + P), choose the paper size given below, scale 100%. Every poster takes exactly one page.',
    printing: (size, pages) =>
      `When printed: ${pages === 1 ? '1 page' : `${count(pages)} pages`} of ${size}.`,
    printingNone: 'There are no posters to print yet.',
    zalo: 'Inside Zalo, please open this page in Chrome or Safari before printing or downloading.',
    trial:
      'The official address is not set, so every poster carries the words BẢN THỬ (trial). Please do not put them up.',
    phoneMissing:
      'The office’s phone number is missing, so the posters have no place to report a forged code. The administrator sets it in the administration, under the unit.',
    sizes: 'Paper size',
    a4: 'Print on A4',
    a5: 'Print on A5',
    allSizes: 'All counters',
    which: 'Choose posters',
    svg: 'Download code as SVG',
    png: 'Download code as PNG',
    closed: 'This counter takes no ballots at present, so its poster is not printed.',
    links: 'Links for online dossiers',
    linksIntro: 'These counters have no poster. Copy the address below into messages and appointment slips.',
    address: 'Address',
    none: 'There are no counters yet. Please add one before printing posters.',
  },

  poster: {
    heading: 'How did the commune serve you?',
    qr: (name) => `QR code that opens the ballot of ${name}`,
    steps:
      'Open Zalo or the camera, scan the code, choose how satisfied you are, press Send. Under a minute.',
    free: 'Free · No login · We do not ask your name, phone or ID number',
    type: 'Cannot scan? Type the address:',
    check: 'After scanning, the screen must show the name of this counter and an address that begins with',
    ifNot: 'If not, please do not answer.',
    ifNotCall: (phone) => `If not, please do not answer and call ${phone}.`,
    nobody: 'Nobody may ask you to choose a level.',
    trial: 'BẢN THỬ',
    trialNote: 'BẢN THỬ – a trial, not for the public',
  },
};
