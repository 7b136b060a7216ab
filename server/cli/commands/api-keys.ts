import { consoleVi } from '../../../web/messages/console.vi.ts';
import { createApiKey, listKeys, revokeKey } from '../../reporting/manage-api-keys.ts';
import type { Command } from '../parse-command.ts';

/** Prints the new API key alone on the last line, for scripts. It cannot be shown again. */
export const createKeyCommand: Command = async (context, { text, texts }, print) => {
  const wanted = { name: text('name') ?? '', units: texts('unit'), expiresOn: text('expires') };
  const key = await createApiKey(context, wanted);
  print('Keep this key: it is stored as a hash and cannot be shown again.');
  print(key);
  return 0;
};

/** Lists the ids that `api-key revoke` takes, never the keys themselves. */
export const listKeysCommand: Command = async (context, { has }, print) => {
  const keys = await listKeys(context);
  if (has('json')) print(JSON.stringify(keys));
  else if (keys.length === 0) print(consoleVi.noKeys);
  else
    for (const { id, name, units, created_on, expires_on, revoked_on, state } of keys) {
      print(`${id}  ${consoleVi.keyStates[state]}  ${name}`);
      print(`  ${consoleVi.keyFacts(units, created_on, expires_on, revoked_on)}`);
    }
  return 0;
};

export const revokeKeyCommand: Command = async (context, { args: [id = ''] }, print) => {
  const { name, isNew } = await revokeKey(context, null, id);
  print(isNew ? consoleVi.keyRevoked(name) : consoleVi.keyRevokedBefore(name));
  return 0;
};
