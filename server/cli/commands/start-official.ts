import { startVi as words } from '../../../web/messages/trial.vi.ts';
import type { Context } from '../../context.ts';
import { dayOf } from '../../lib/day.ts';
import { loadStartConditions } from '../../start/load-start-conditions.ts';
import { removeTraces } from '../../start/remove-traces.ts';
import { startOfficial } from '../../start/start-official.ts';
import { countTrial } from '../../start/trial.store.ts';

/** `confirmed`: number of ballots to erase; null: prints what would be done. Exit code 1 when refused. */
export async function startOfficialCommand(
  context: Context,
  confirmed: string | null,
  print: (line: string) => void,
): Promise<number> {
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
}
