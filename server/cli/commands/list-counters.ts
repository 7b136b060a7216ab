import type { Context } from '../../context.ts';
import { publicAddress } from '../../http/public-address.ts';
import { listCounters } from '../../unit/counter.store.ts';
import { listUnits } from '../../unit/unit.store.ts';

export async function listCountersCommand(
  { db, config }: Context,
  asJson: boolean,
  print: (line: string) => void,
): Promise<number> {
  const origin = publicAddress(config);
  const counters = [];
  for (const unit of await listUnits(db)) counters.push(...(await listCounters(db, unit.code)));
  const rows = counters.map(({ code, name, is_open }) => ({
    code,
    name,
    url: `${origin}/k/${code}`,
    open: is_open,
  }));
  if (asJson) print(JSON.stringify(rows));
  else
    for (const row of rows) print(`${row.code}  ${row.open ? 'open  ' : 'closed'}  ${row.url}  ${row.name}`);
  return 0;
}
