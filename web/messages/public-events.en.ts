import { formatCount } from '../formatting/numbers.ts';
import type { PublicEventMessages } from './public-events.vi.ts';

export const publicEventsEn: PublicEventMessages = {
  heading: 'What has happened to these figures',
  none: 'Nothing so far.',
  restored: (day, copiedOn) =>
    `${day}: the data were restored from a backup of ${copiedOn}. Ballots sent after that backup may be missing.`,
  restoredUnknown: (day) =>
    `${day}: the data were restored from a copy that carries no date. Ballots sent after it was made may be missing.`,
  unitRenamed: (day, from, to) => `${day}: the unit was renamed from “${from}” to “${to}”.`,
  counterOpened: (day, counter) => `${day}: the counter “${counter}” was opened.`,
  counterRenamed: (day, from, to) => `${day}: the counter “${from}” was renamed “${to}”.`,
  counterClosed: (day, counter) => `${day}: the counter “${counter}” was closed and takes no forms.`,
  counterReopened: (day, counter) => `${day}: the counter “${counter}” was reopened.`,
  counterMerged: (day, counter, into) =>
    `${day}: the counter “${counter}” was merged into “${into}”. Forms sent before still count for the old one.`,
  line: (day, text) => `${day}: ${text}.`,
  closedStay: 'Closed periods stay as they are.',
  numbers: {
    target: {
      unit: 'percent',
      set: (since, to) => `from ${since} the target is ${to}`,
      changed: (since, from, to) => `from ${since} the target changes from ${from} to ${to}`,
      withdrawn: (since, withdrawn, stays) =>
        `the target of ${withdrawn} planned from ${since} is withdrawn; the target stays ${stays}`,
    },
    minimum: {
      unit: 'count',
      set: (since, to) => `from ${since} at least ${to} ballots are needed to say whether the target is met`,
      changed: (since, from, to) =>
        `from ${since} the ballots needed to say whether the target is met change from ${from} to ${to}`,
      withdrawn: (since, withdrawn, stays) =>
        `the minimum of ${withdrawn} ballots planned from ${since} is withdrawn; it stays ${stays}`,
    },
  },
  headlines: { all: 'all ballots', 'single-use': 'slips handed out alone' },
  headlineChanged: (day, since, from, to) =>
    `${day}: from ${since} the main figure counts ${to}, before that ${from}. Closed periods do not change.`,
  suggestionTickOn: (day, since) =>
    `${day}: from ${since} forms end with the box “Somebody suggested my answers to me”.`,
  suggestionTickOff: (day, since) =>
    `${day}: from ${since} forms no longer have the box “Somebody suggested my answers to me”.`,
  survey: (title, id, version) => `“${title}” (${id}, version ${version})`,
  surveyChanged: (day, since, counters, survey) =>
    counters === null
      ? `${day}: from ${since} all counters use the survey ${survey}.`
      : `${day}: from ${since} the survey ${survey} is used at: ${counters.join('; ')}.`,
  surveyWithdrawn: (day, since, counters, survey) =>
    counters === null
      ? `${day}: the survey ${survey} planned from ${since} at all counters is withdrawn.`
      : `${day}: the survey ${survey} planned from ${since} is withdrawn at: ${counters.join('; ')}.`,
  rulesBegun: (day, names) =>
    `${day}: rules that set ballots aside come into force (${names}). Ballots before this day are not judged.`,
  ruleOn: (day, name, since, text) =>
    `${day}: it was decided to switch the rule “${name}” on from ${since}. ${text}`,
  ruleOff: (day, name, since) =>
    `${day}: it was decided to switch the rule “${name}” off from ${since}. Such ballots then count in the main figure.`,
  ruleThreshold: (day, name, since, before, text) =>
    `${day}: it was decided to change the threshold of the rule “${name}” from ${since}. Before: ${before} After: ${text}`,
  ruleWithdrawn: (day, name, since, stays) =>
    `${day}: the change of the rule “${name}” planned from ${since} is withdrawn. The rule stays as it was: ${stays}`,
  ruleStaysOff: 'switched off.',
  ruleLearned: (day, name, since, days, text) =>
    `${day}: the rule “${name}” applies from ${since} with a threshold from ${days} working days of ballots. ${text}`,
  transactionsCorrected: (day, span, entries, before, after) =>
    `${day}: the office corrected ${formatCount(entries, 'en')} numbers of transactions of ${span}, together from ${formatCount(before, 'en')} to ${formatCount(after, 'en')}. Reports of closed periods stay as they are.`,
  officialStart: (day, span, erased) =>
    `${day}: official start. Trial ${span}; ${formatCount(erased, 'en')} ballots were erased.`,
  trialExtended: (day, until) =>
    until === null
      ? `${day}: the trial was made longer by 30 days.`
      : `${day}: the trial was made longer by 30 days, until ${until}.`,
  trialRestored: (day) => `${day}: data of the trial were restored from a copy, after the official start.`,
  sealDiffers: (day, from) =>
    `${day}: the data were restored although they no longer match their check codes, from ${from} on.`,
  sealsVoided: (day, span, reports) =>
    `${day}: the clock of the server had been ahead and was corrected. The check codes of ${span} are void; these days get new ones when they are over${reports === 0 ? '' : `, and ${formatCount(reports, 'en')} reports that had closed too early close again`}.`,
};
