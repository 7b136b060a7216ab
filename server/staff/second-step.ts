import type { Fault } from '../../web/types/fault.ts';
import { recordAct } from '../act/record-act.ts';
import { toVietnamTime } from '../lib/day.ts';
import { makeId, type Random } from '../lib/random.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findKnownBrowser, rememberAccount } from './known-browser.ts';
import { findLink, takeLink } from './one-time-link.store.ts';
import {
  confirmFactor,
  findFactor,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeStep,
} from './second-factor.store.ts';
import { findStep, hashRecoveryCode, makeRecoveryCodes } from './second-factor.ts';
import { startSession, type Visit } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import { hashToken, isTokenForm } from './token.ts';
import { findUser } from './user.store.ts';
import type { User } from './user.ts';
import { recordEntry } from './write-access.ts';

interface OpenStep {
  readonly user: User;
  readonly secret: string;
  /** False if the person must still set up the second factor; the page then shows the secret. */
  readonly isSetUp: boolean;
}

/** Null if the token of the step is unknown, used or expired, or the person may no longer sign in. */
export async function findOpenStep(
  { db, clock }: { readonly db: Db | Trx; readonly clock: StaffParts['clock'] },
  step: string,
): Promise<OpenStep | null> {
  if (!isTokenForm(step)) return null;
  const link = await findLink(db, hashToken(step), toVietnamTime(clock.now()));
  if (link?.purpose !== 'second-step' || link.user_id === null) return null;
  const user = await findUser(db, link.user_id);
  const factor = user?.is_active ? await findFactor(db, user.id) : undefined;
  if (!user || !factor) return null;
  return { user, secret: factor.secret, isSetUp: factor.confirmed_at !== null };
}

type SecondStepResult =
  | {
      readonly outcome: 'signed-in';
      readonly user: User;
      readonly token: string;
      readonly knownBrowserCookie: string;
      /** Created when the factor is set up, and shown once; otherwise null. */
      readonly recoveryCodes: readonly string[] | null;
    }
  | { readonly outcome: 'ended' }
  | { readonly outcome: 'slowed'; readonly waitMs: number }
  | { readonly outcome: 'fault'; readonly fault: Fault };

/**
 * Checks six digits of the app, or a recovery code. Attempts are rate-limited by account, independent of the
 * address.
 */
export async function takeSecondStep(
  parts: Omit<StaffParts, 'passwords'>,
  given: {
    readonly step: string;
    readonly code: string;
    readonly visit: Visit;
    readonly knownBrowserCookie: string | undefined;
  },
): Promise<SecondStepResult> {
  const { db, clock, random, slowdown, access, knownBrowserKey } = parts;
  const { name } = (await findOpenStep(parts, given.step))?.user ?? {};
  if (name === undefined) return { outcome: 'ended' };
  const known = findKnownBrowser(knownBrowserKey, name, given.knownBrowserCookie);
  const pair = secondStepPair(name, known);
  const waitMs = slowdown.begin(pair, clock.now());
  if (waitMs > 0) {
    access.note('slowed', name, 'second-step', clock.now());
    return { outcome: 'slowed', waitMs };
  }
  const result = await inTransaction(db, async (trx): Promise<SecondStepResult> => {
    const open = await findOpenStep({ db: trx, clock }, given.step);
    if (!open) return { outcome: 'ended' };
    const { user } = open;
    const recoveryCodes = open.isSetUp ? null : await setUpFactor(trx, parts, open, given.code);
    const fault = open.isSetUp
      ? await proveFactor(trx, open, given.code, clock.now())
      : recoveryCodes === null
        ? WRONG
        : null;
    if (fault !== null) return { outcome: 'fault', fault };
    if (!(await takeLink(trx, hashToken(given.step)))) return { outcome: 'ended' };
    const way = hashRecoveryCode(given.code) === null ? 'second-factor' : 'recovery-code';
    await recordEntry(trx, clock, name, way);
    return {
      outcome: 'signed-in',
      user,
      token: await startSession(trx, parts, user.id, 'browser', given.visit),
      knownBrowserCookie: rememberAccount(knownBrowserKey, name, makeId(random), given.knownBrowserCookie),
      recoveryCodes,
    };
  });
  if (result.outcome === 'signed-in') slowdown.succeed(pair);
  if (result.outcome === 'fault') access.note('sign-in-failed', name, 'second-step', clock.now());
  return result;
}

/** Key for rate limits. A known browser has its own, so that attempts elsewhere do not delay it. */
export const secondStepPair = (userName: string, knownBrowser: string | null): string =>
  `second step\n${userName}\n${knownBrowser ?? ''}`;

const WRONG: Fault = { field: 'code', code: 'code-wrong' };

/** Null if the code is correct. */
async function proveFactor(trx: Trx, open: OpenStep, code: string, now: Date): Promise<Fault | null> {
  const { user, secret } = open;
  const recovery = hashRecoveryCode(code);
  if (recovery !== null) return (await takeRecoveryCode(trx, user.id, recovery)) ? null : WRONG;
  const step = findStep(secret, code, now);
  if (step === null) return WRONG;
  return (await takeStep(trx, user.id, step)) ? null : { field: 'code', code: 'code-used' };
}

/** Confirms the secret by a code of the app. Returns recovery codes, or null if the code is wrong. */
export async function setUpFactor(
  trx: Trx,
  { clock, random }: { readonly clock: StaffParts['clock']; readonly random: Random },
  { user, secret }: Pick<OpenStep, 'user' | 'secret'>,
  code: string,
): Promise<string[] | null> {
  const now = clock.now();
  const step = findStep(secret, code, now);
  if (step === null || !(await confirmFactor(trx, user.id, toVietnamTime(now), step))) return null;
  await recordAct(trx, { clock, random }, user, 'second-factor-on', { user: user.name });
  return renewRecoveryCodes(trx, random, user.id);
}

/** Invalidates earlier codes. */
export async function renewRecoveryCodes(trx: Trx, random: Random, userId: string): Promise<string[]> {
  const codes = makeRecoveryCodes(random);
  await replaceRecoveryCodes(
    trx,
    userId,
    codes.map(hashRecoveryCode).filter((hash) => hash !== null),
  );
  return codes;
}
