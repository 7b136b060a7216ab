import { consoleVi } from '../../../web/messages/console.vi.ts';
import type { Context } from '../../context.ts';
import { listKeys } from '../../reporting/manage-api-keys.ts';

/** Lists all keys with the ids that `api-key revoke` takes; never the key itself. */
export async function listKeysCommand(
  context: Context,
  asJson: boolean,
  print: (line: string) => void,
): Promise<number> {
  const keys = await listKeys(context);
  if (asJson) print(JSON.stringify(keys));
  else if (keys.length === 0) print(consoleVi.noKeys);
  else
    for (const { id, name, units, created_on, expires_on, revoked_on, state } of keys) {
      print(`${id}  ${consoleVi.keyStates[state]}  ${name}`);
      print(`  ${consoleVi.keyFacts(units, created_on, expires_on, revoked_on)}`);
    }
  return 0;
}
