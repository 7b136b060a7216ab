import type { Context } from '../../context.ts';
import type { Day } from '../../lib/day.ts';
import { createApiKey } from '../../reporting/manage-api-keys.ts';

/** Prints the new API key alone on the last line. It cannot be shown again. */
export async function createKey(
  context: Context,
  wanted: { readonly name: string; readonly units: readonly string[] | null; readonly expiresOn: Day | null },
  print: (line: string) => void,
): Promise<number> {
  const key = await createApiKey(context, wanted);
  print('Keep this key: it is stored as a hash and cannot be shown again.');
  print(key);
  return 0;
}
