import { toVietnamTime } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findSessionByHash, updateSessionSeen } from './session.store.ts';
import { isInForce, SEEN_STEP_MS } from './session-limits.ts';
import { hashToken, isTokenForm } from './token.ts';
import { findUser } from './user.store.ts';
import type { User } from './user.ts';

export interface SignedIn {
  readonly user: User;
  /** Signed in by a remembered phone, which may only read. */
  readonly isRemembered: boolean;
  readonly sessionId: string;
}

/**
 * Reads the account on each request, so a disabled account or changed role takes effect at once. Null for a token
 * that is unknown, expired, or of the other kind of cookie. `isAttended` false (automatic refresh) does not extend
 * the idle timeout.
 */
export async function findSignedIn(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  token: string | undefined,
  kind: 'browser' | 'phone',
  isAttended = true,
): Promise<SignedIn | null> {
  if (!isTokenForm(token)) return null;
  const session = await findSessionByHash(db, hashToken(token));
  if (session?.kind !== kind) return null;
  const now = clock.now();
  const seenAt = new Date(session.seen_at);
  if (!isInForce({ kind, seenAt, endsAt: new Date(session.ends_at) }, now)) return null;
  const user = await findUser(db, session.user_id);
  if (!user?.is_active) return null;
  if (isAttended && now.getTime() - seenAt.getTime() >= SEEN_STEP_MS) {
    await inTransaction(db, (trx) => updateSessionSeen(trx, session.id, toVietnamTime(now)));
  }
  return { user, isRemembered: kind === 'phone', sessionId: session.id };
}
