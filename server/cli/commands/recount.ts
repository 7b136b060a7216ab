import type { Context } from '../../context.ts';
import { rebuildTallies, recount } from '../../response/recount.ts';
import { listUnits } from '../../unit/unit.store.ts';

/** A respondent's kind and field are not stored on the ballot, so that they cannot identify a person. */
const NOT_RECOUNTED =
  'The tally by kind and field of respondents cannot be rebuilt from ballots; seal verify checks it.';

/** Exit code 1 when tallies and ballots differ and are not repaired. */
export async function recountCommand(
  { db, surveys }: Context,
  isRepair: boolean,
  print: (line: string) => void,
): Promise<number> {
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
}
