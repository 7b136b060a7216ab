import { toVietnamTime } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findSessionByHash, updateSessionSeen } from './session.store.ts';
import { isInForce, SEEN_STEP_MS } from './session-limits.ts';
import { hashToken, isTokenForm } from './token.ts';
import { findUser } from './user.store.ts';
import type { User } from './user.ts';

/** Who a request comes from. */
export interface SignedIn {
  readonly user: User;
  /** Through a remembered phone, which reads only. */
  readonly isRemembered: boolean;
  /** The session's id, for what concerns this browser alone. */
  readonly sessionId: string;
}

/**
 * The person behind a cookie's token, as they are now: whoever was disabled is nobody at once, and a
 * changed role holds at once. Null for a token that is unknown, ended, or of the other kind of cookie.
 * A request that no person made (`isAttended` false) does not keep the session from falling idle.
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
