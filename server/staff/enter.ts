import { toVietnamTime } from '../lib/day.ts';
import type { Trx } from '../storage/schema.ts';
import { makeLink } from './make-link.ts';
import { demandsFactor, findFactor, insertFactor } from './second-factor.store.ts';
import { makeFactorSecret } from './second-factor.ts';
import { startSession, type Visit } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import type { User } from './user.ts';
import { type EntryWay, recordEntry } from './write-access.ts';

/** After a correct password: a session, or a token that is valid for the second step only. */
export type Entry =
  /** The password was set at the server's console, which needs no session. */
  | { readonly stage: 'none' }
  | { readonly stage: 'session'; readonly token: string }
  | { readonly stage: 'second-step'; readonly step: string };

export async function enter(
  trx: Trx,
  parts: Pick<StaffParts, 'clock' | 'random'>,
  user: Pick<User, 'id' | 'name' | 'roles'>,
  visit: Visit,
  way: EntryWay,
): Promise<Entry> {
  const { clock, random } = parts;
  const isOn = (await findFactor(trx, user.id))?.confirmed_at != null;
  if (!isOn) {
    if (!(await demandsFactor(trx, user.roles))) {
      await recordEntry(trx, clock, user.name, way);
      return { stage: 'session', token: await startSession(trx, parts, user.id, 'browser', visit) };
    }
    await insertFactor(trx, {
      user_id: user.id,
      secret: makeFactorSecret(random),
      made_at: toVietnamTime(clock.now()),
    });
  }
  // Earlier tokens stay valid, so that two concurrent sign-ins of a person can both be completed.
  return { stage: 'second-step', step: await makeLink(trx, parts, 'second-step', user.id) };
}
