import { formatDay, formatSpan } from '../formatting/dates.ts';
import { formatCount, formatTarget, formatThreshold } from '../formatting/numbers.ts';
import type { actsVi } from './acts.vi.ts';
import { feedbackEn } from './feedback.en.ts';
import { rolesEn } from './roles.en.ts';
import { trustEn } from './trust.en.ts';

type Value = string | number | undefined;
const day = (value: Value): string => formatDay(String(value), 'en');
const percent = (value: Value): string => formatTarget(Number(value), 'en');
const count = (value: Value): string => formatCount(Number(value), 'en');

/** The same kinds as `actsVi`. */
export const actsEn: typeof actsVi = {
  'first-administrator-created': ({ user }) => `Made the first administrator ${user}`,
  'user-added': ({ user, role }) => `Added ${user}, role ${roleName(role)}`,
  'user-role-changed': ({ user, from, role }) =>
    from === role
      ? `Changed the counters of ${user}`
      : `Changed ${user} from ${roleName(from)} to ${roleName(role)}`,
  'user-disabled': ({ user }) => `Disabled ${user}`,
  'user-enabled': ({ user }) => `Enabled ${user}`,
  'user-signed-out-everywhere': ({ user }) => `Signed ${user} out everywhere`,
  'password-link-made': ({ user }) => `Got an address to set a password for ${user}`,
  'password-set-by-link': ({ user }) => `${user} set a password by a one-time address`,
  'password-changed': ({ user }) => `${user} changed the password`,
  'phone-link-made': ({ user }) => `Showed a code to remember a phone for ${user}`,
  'phone-remembered': ({ user }) => `A phone of ${user} was remembered`,
  'phone-revoked': ({ user }) => `Revoked a phone of ${user}`,
  'unit-renamed': ({ from, to }) => `Renamed the unit from “${from}” to “${to}”`,
  'unit-official-code-changed': ({ from, to }) =>
    `Changed the official code from ${orNothing(from)} to ${orNothing(to)}`,
  'unit-phone-changed': ({ from, to }) =>
    `Changed the contact phone from ${orNothing(from)} to ${orNothing(to)}`,
  'unit-receiver-changed': ({ from, to }) => `Changed the receiver of reports from “${from}” to “${to}”`,
  'counter-added': ({ counter, code }) => `Added the counter “${counter}”, code ${code}`,
  'counter-renamed': ({ from, to }) => `Renamed a counter from “${from}” to “${to}”`,
  'counter-field-changed': ({ counter, field }) =>
    field === ''
      ? `Let the form of “${counter}” ask for the field`
      : `Changed the field of “${counter}” to “${field}”`,
  'counter-moved': ({ counter }) => `Moved the counter “${counter}” in the order`,
  'counter-closed': ({ counter, successor }) =>
    successor === '' ? `Closed “${counter}”` : `Closed “${counter}”, sending people to “${successor}”`,
  'counter-reopened': ({ counter }) => `Reopened “${counter}”`,
  'counter-merged': ({ counter, into }) => `Merged “${counter}” into “${into}”`,
  'sipas-set': ({ year, percent }) =>
    `Set the SIPAS index ${year} of the province: ${formatTarget(Number(percent), 'en')}`,
  'sipas-removed': () => 'Removed the SIPAS index of the province',
  'opening-hours-set': ({ since }) => `Set opening hours from ${formatDay(String(since), 'en')}`,
  'api-key-created': ({ name }) => `Made a key for a program: ${name}`,
  'api-key-revoked': ({ name }) => `Revoked the key of a program: ${name}`,
  'comments-marked': ({ count, state, references }) =>
    `Marked ${count} comments as “${feedbackEn.states[String(state)] ?? state}”: references ${references}`,
  'comment-retention-set': ({ months, since }) =>
    `Comments are kept for ${months} months from ${formatDay(String(since), 'en')} on`,
  'slips-printed': ({ slips, counter, until }) =>
    `Made ${slips} one-time slips for “${counter}”, valid until ${day(until)}`,
  'supervisor-slips-printed': ({ slips, until }) =>
    `Made ${slips} one-time slips of a supervisor, valid until ${day(until)}`,
  'headline-figure-changed': ({ since, to }) =>
    to === 'single-use'
      ? `The main figure counts one-time slips alone from ${day(since)}`
      : `The main figure counts all ballots from ${day(since)}`,
  'suggestion-tick-changed': ({ since, to }) =>
    to === 'on'
      ? `Forms have the box “Somebody suggested my answers to me” from ${day(since)}`
      : `Forms no longer have the box “Somebody suggested my answers to me” from ${day(since)}`,
  'target-changed': ({ since, from, to }) =>
    from === undefined
      ? `Set the target to ${percent(to)} from ${day(since)}`
      : `Changed the target from ${percent(from)} to ${percent(to)} from ${day(since)}`,
  'target-withdrawn': ({ since, withdrawn }) =>
    `Withdrew the target of ${percent(withdrawn)} planned from ${day(since)}`,
  'minimum-changed': ({ since, from, to }) =>
    from === undefined
      ? `Set the minimum of ballots to ${count(to)} from ${day(since)}`
      : `Changed the minimum of ballots from ${count(from)} to ${count(to)} from ${day(since)}`,
  'minimum-withdrawn': ({ since, withdrawn }) =>
    `Withdrew the minimum of ${count(withdrawn)} ballots planned from ${day(since)}`,
  'survey-changed': ({ since, survey, counters }) =>
    `Put the survey ${survey} in force from ${day(since)} at ${counters ?? 'all counters'}`,
  'survey-withdrawn': ({ since, survey, counters }) =>
    `Withdrew the survey ${survey} planned from ${day(since)} at ${counters ?? 'all counters'}`,
  'rule-changed': ({ rule, since, state, threshold }) =>
    `Switched the rule “${ruleName(rule)}” ${state === 'on' ? 'on' : 'off'} from ${formatDay(String(since), 'en')}${
      threshold === undefined ? '' : `, threshold ${formatThreshold(Number(threshold), 'en')}`
    }`,
  'transactions-entered': ({ from, to, entries }) =>
    `Entered ${entries} numbers of transactions, ${formatSpan(String(from), String(to), 'en')}`,
  'transactions-corrected': ({ from, to, entries }) =>
    `Corrected ${entries} numbers of transactions, ${formatSpan(String(from), String(to), 'en')}`,
  'transactions-imported': ({ from, to, entries, corrected }) =>
    `Imported ${entries} numbers of transactions, ${formatSpan(String(from), String(to), 'en')}${Number(corrected) > 0 ? `; ${corrected} in the place of others` : ''}`,
};

function roleName(role: string | number | undefined): string {
  return rolesEn[String(role)] ?? String(role);
}

function orNothing(value: string | number | undefined): string {
  return value === '' || value === undefined ? '(empty)' : String(value);
}

function ruleName(rule: string | number | undefined): string {
  return trustEn.rules[String(rule)]?.name ?? String(rule);
}
