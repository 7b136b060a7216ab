import { toVietnamTime } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import type { Deps } from '../storage/deps.ts';
import type { Trx } from '../storage/schema.ts';
import { deleteSessionByHash, insertSession } from './session.store.ts';
import { PHONE_LIFETIME_MS, SESSION_LIFETIME_MS } from './session-limits.ts';
import { hashToken, isTokenForm, makeToken } from './token.ts';

/** The browser that a request came from. */
export interface Visit {
  /** Token of the session that it held before. */
  readonly heldToken: string | undefined;
  readonly device: string;
}

/**
 * Returns the token for the cookie; only its hash is stored. Ends the session whose token the browser held before,
 * which prevents session fixation.
 */
export async function startSession(
  trx: Trx,
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  userId: string,
  kind: 'browser' | 'phone',
  { heldToken, device }: Visit,
): Promise<string> {
  if (isTokenForm(heldToken)) await deleteSessionByHash(trx, hashToken(heldToken));
  const now = clock.now();
  const token = makeToken(random);
  const lifetime = kind === 'phone' ? PHONE_LIFETIME_MS : SESSION_LIFETIME_MS;
  await insertSession(trx, {
    id: makeId(random),
    hash: hashToken(token),
    user_id: userId,
    kind,
    device,
    started_at: toVietnamTime(now),
    seen_at: toVietnamTime(now),
    ends_at: toVietnamTime(new Date(now.getTime() + lifetime)),
  });
  return token;
}
