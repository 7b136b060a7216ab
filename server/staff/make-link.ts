import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { toVietnamTime } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteLinks, insertLink, type LinkRow } from './one-time-link.store.ts';
import { mayBeRemembered } from './role.ts';
import { FIRST_LINK_MS, PASSWORD_LINK_MS, PHONE_LINK_MS, SECOND_STEP_MS } from './session.ts';
import { tell } from './tell.ts';
import { hashToken, makeToken } from './token.ts';
import { countAdministrators } from './user.store.ts';
import type { User } from './user.ts';

const LIFETIMES: Readonly<Record<LinkRow['purpose'], number>> = {
  'first-administrator': FIRST_LINK_MS,
  'set-password': PASSWORD_LINK_MS,
  'remember-phone': PHONE_LINK_MS,
  'second-step': SECOND_STEP_MS,
  demo: 365 * 24 * 3_600_000,
};

/** Browsers never send the fragment, so no server log contains the code. */
export const oneTimeAddress = (origin: string, code: string): string => `${origin}/dang-nhap#ma=${code}`;

/** Invalidates earlier codes of the same person and purpose. */
export async function renewLink(
  trx: Trx,
  deps: Pick<Deps, 'clock' | 'random'>,
  purpose: LinkRow['purpose'],
  userId: string | null,
  makerName: string | null = null,
): Promise<string> {
  await deleteLinks(trx, purpose, userId);
  return makeLink(trx, deps, purpose, userId, makerName);
}

/** Returns the code; only its hash is stored. */
export async function makeLink(
  trx: Trx,
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  purpose: LinkRow['purpose'],
  userId: string | null,
  makerName: string | null = null,
): Promise<string> {
  const code = makeToken(random);
  const ends = new Date(clock.now().getTime() + LIFETIMES[purpose]);
  await insertLink(trx, {
    hash: hashToken(code),
    purpose,
    user_id: userId,
    ends_at: toVietnamTime(ends),
    maker_name: makerName,
    opened_at: null,
  });
  return code;
}

/** Null if there is an administrator who can sign in. */
export function renewFirstAdministratorLink(deps: Deps): Promise<string | null> {
  return inTransaction(deps.db, async (trx) => {
    // The lock prevents processes that start at the same time from each creating a valid link.
    await lockTable(trx, 'one_time_links');
    if ((await countAdministrators(trx)) > 0) {
      await deleteLinks(trx, 'first-administrator', null);
      return null;
    }
    return renewLink(trx, deps, 'first-administrator', null);
  });
}

/**
 * Returns the code of a link that is valid for 7 days. The current password stays valid until the code is used. The
 * person gets a notice.
 */
export function makePasswordLink(deps: Deps, actor: Actor | null, user: User): Promise<string> {
  if (!user.is_active) throw new AppError('invalid', 'user-disabled');
  return inTransaction(deps.db, async (trx) => {
    await recordAct(trx, deps, actor, 'password-link-made', { user: user.name });
    await tell(trx, deps, user, 'password-link', actor);
    return renewLink(trx, deps, 'set-password', user.id, actor?.name);
  });
}

/**
 * Valid for 10 minutes, for one phone. The person gets a notice.
 * @throws AppError `invalid` `phone-role` if none of the roles may use remembered phones.
 */
export function makePhoneLink(deps: Deps, actor: Actor, user: User): Promise<string> {
  if (!user.is_active) throw new AppError('invalid', 'user-disabled');
  if (!mayBeRemembered(user.roles)) throw new AppError('invalid', 'phone-role');
  return inTransaction(deps.db, async (trx) => {
    await recordAct(trx, deps, actor, 'phone-link-made', { user: user.name });
    await tell(trx, deps, user, 'phone-link', actor);
    return renewLink(trx, deps, 'remember-phone', user.id);
  });
}
