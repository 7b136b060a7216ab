import { join } from 'node:path';
import { clockVi } from '../../../web/messages/clock.vi.ts';
import { startVi as words } from '../../../web/messages/trial.vi.ts';
import { confirmClock } from '../../clock/confirm-clock.ts';
import { publicAddress } from '../../http/public-address.ts';
import { dayOf, isDay } from '../../lib/day.ts';
import { findProjectRoot } from '../../lib/project-root.ts';
import { rebuildTallies, recount } from '../../response/recount.ts';
import { loadStartConditions } from '../../start/load-start-conditions.ts';
import { removeTraces, startOfficial } from '../../start/start-official.ts';
import { countTrial } from '../../start/trial.store.ts';
import { publishSurvey } from '../../survey/publish-survey.ts';
import { listCounters } from '../../unit/counter.store.ts';
import { listUnits } from '../../unit/unit.store.ts';
import type { Command } from '../parse-command.ts';

export const listCountersCommand: Command = async ({ db, config }, { has }, print) => {
  const origin = publicAddress(config);
  const counters = [];
  for (const unit of await listUnits(db)) counters.push(...(await listCounters(db, unit.code)));
  const rows = counters.map(({ code, name, is_open }) => ({
    code,
    name,
    url: `${origin}/k/${code}`,
    open: is_open,
  }));
  if (has('json')) print(JSON.stringify(rows));
  else
    for (const row of rows) print(`${row.code}  ${row.open ? 'open  ' : 'closed'}  ${row.url}  ${row.name}`);
  return 0;
};

/** No ballot stores a respondent's kind and field, so these tallies cannot be recounted from ballots. */
const NOT_RECOUNTED =
  'The tally by kind and field of respondents cannot be rebuilt from ballots; seal verify checks it.';

/** Exit code 1 when tallies and ballots differ and are not repaired. */
export const recountCommand: Command = async ({ db, surveys }, { has }, print) => {
  const isRepair = has('repair');
  let found = 0;
  for (const unit of await listUnits(db)) {
    const differences = await (isRepair ? rebuildTallies : recount)(db, surveys, unit.code);
    found += differences.length;
    for (const { day, counter_code, channel, survey, set_aside, tallied, ballots } of differences) {
      const aside = set_aside === '' ? '' : `, set aside: ${set_aside}`;
      print(
        `${unit.code} ${day} ${counter_code} ${channel} ${survey}${aside}: tallies ${tallied}, ballots ${ballots}`,
      );
    }
  }
  print(found === 0 ? 'Tallies and ballots agree.' : `${found} differences${isRepair ? ', repaired' : ''}.`);
  if (found > 0 && isRepair)
    print('Days that are sealed: see whether they are as they were, with seal verify.');
  print(NOT_RECOUNTED);
  return found === 0 || isRepair ? 0 : 1;
};

/** Exit code 1 when the machine shows another day. */
export const confirmClockCommand: Command = async (context, { args: [day = ''] }, print) => {
  if (isDay(day) && (await confirmClock(context, null, day))) {
    print(clockVi.confirmed);
    return 0;
  }
  const shown = context.clock.doubt()?.shown ?? context.clock.now();
  print(clockVi.differs(dayOf(shown)));
  return 1;
};

/** If the number of ballots to erase is not given, only prints what would be done. Exit code 1 when refused. */
export const startOfficialCommand: Command = async (context, { text }, print) => {
  const confirmed = text('confirm');
  const { db, config, clock } = context;
  const result = await startOfficial(context, null, confirmed === null ? null : Number(confirmed));
  if ('erased' in result) {
    await removeTraces(context);
    print(words.console.done(result.erased));
    return 0;
  }
  if (result.refused === 'missing') {
    const conditions = await loadStartConditions(db, config, dayOf(clock.now()));
    const missing = conditions
      .filter(({ value }) => value === null)
      .map(({ id }) => words.conditions[id] ?? id);
    print(words.console.missing(missing.join('; ')));
  } else if (result.refused === 'official') print(`${words.faults.official}.`);
  else print(words.console.ask((await countTrial(db)).ballots));
  return 1;
};

/** From then on the server refuses to start if the file of this survey version was changed. */
export function publishSurveyCommand(id: string, version: string, print: (line: string) => void): number {
  const { name, sha256 } = publishSurvey(
    join(findProjectRoot(), 'surveys'),
    id,
    Number(version.replace(/^v/, '')),
  );
  print(`${name} is published: ${sha256}`);
  return 0;
}
