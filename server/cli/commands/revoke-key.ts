import { consoleVi } from '../../../web/messages/console.vi.ts';
import type { Context } from '../../context.ts';
import { revokeKey } from '../../reporting/manage-api-keys.ts';

/** @throws AppError `not-found` `key-unknown` */
export async function revokeKeyCommand(
  context: Context,
  id: string,
  print: (line: string) => void,
): Promise<number> {
  const { name, isNew } = await revokeKey(context, null, id);
  print(isNew ? consoleVi.keyRevoked(name) : consoleVi.keyRevokedBefore(name));
  return 0;
}
