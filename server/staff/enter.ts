import { toVietnamTime } from '../lib/day.ts';
import type { Trx } from '../storage/schema.ts';
import { makeLink } from './make-link.ts';
import { findFactor, insertFactor, listFactorRoles } from './second-factor.store.ts';
import { makeFactorSecret } from './second-factor.ts';
import { startSession } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import type { User } from './user.ts';

/** What a proven password opens: a session, or the second step with a token that opens nothing else. */
export type Entry =
  | { readonly stage: 'session'; readonly token: string }
  | { readonly stage: 'second-step'; readonly step: string };

export async function enter(
  trx: Trx,
  parts: Pick<StaffParts, 'clock' | 'random'>,
  user: Pick<User, 'id' | 'role'>,
  heldToken: string | undefined,
): Promise<Entry> {
  const { clock, random } = parts;
  const isOn = (await findFactor(trx, user.id))?.confirmed_at != null;
  if (!isOn) {
    if (!(await listFactorRoles(trx)).includes(user.role))
      return { stage: 'session', token: await startSession(trx, parts, user.id, 'browser', heldToken) };
    await insertFactor(trx, {
      user_id: user.id,
      secret: makeFactorSecret(random),
      made_at: toVietnamTime(clock.now()),
    });
  }
  // Two sign-ins at a time may be in their second step.
  return { stage: 'second-step', step: await makeLink(trx, parts, 'second-step', user.id) };
}
