import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from '../lib/errors.ts';
import { normalisePassword } from './password-rules.ts';

/** Memory in bytes: 128 · 2^log2N · r. */
export interface ScryptStrength {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB and about 0.3 s on an office PC (OWASP Password Storage, scrypt). */
export const PASSWORD_STRENGTH: ScryptStrength = { log2N: 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const KEY_BYTES = 32;

const PATTERN = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

function parseHash(stored: string): { strength: ScryptStrength; salt: Buffer; key: Buffer } | null {
  const [, log2N, r, p, salt = '', key = ''] = PATTERN.exec(stored) ?? [];
  if (log2N === undefined) return null;
  return {
    strength: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

const derive = (password: string, salt: Uint8Array, { log2N, r, p }: ScryptStrength): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 128 * r * (2 ** log2N + p + 2) * 2 };
    scrypt(normalisePassword(password), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/**
 * Hashes passwords off the main thread. `isFirst` gives priority. Tests use a weaker strength.
 * @throws PasswordsBusy when the queue is full.
 */
export function createPasswordHasher(strength: ScryptStrength = PASSWORD_STRENGTH) {
  const inTurn = createPasswordQueue();
  const nobody = { strength, salt: randomBytes(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) };
  return {
    /** Returns parameters, salt and hash in one text. */
    async hash(password: string, isFirst = false): Promise<string> {
      const salt = randomBytes(SALT_BYTES);
      const key = await inTurn(() => derive(password, salt, strength), isFirst);
      const { log2N, r, p } = strength;
      return `scrypt$${log2N}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
    },
    /** With `stored` null takes as long and returns false, so that timing does not reveal which accounts exist. */
    async verify(password: string, stored: string | null, isFirst = false): Promise<boolean> {
      const known = stored === null ? null : parseHash(stored);
      const { salt, key, strength: made } = known ?? nobody;
      const given = await inTurn(() => derive(password, salt, made), isFirst);
      return timingSafeEqual(given, key) && known !== null;
    },
    /** Whether the stored parameters are weaker than the current ones. */
    isWeak(stored: string): boolean {
      const made = parseHash(stored)?.strength;
      if (!made) return true;
      return made.log2N < strength.log2N || made.r < strength.r || made.p < strength.p;
    },
  };
}

export type PasswordHasher = ReturnType<typeof createPasswordHasher>;

/**
 * Maximum number of concurrent hashes. Low, to leave processor time for citizens' requests; one of them is reserved
 * for `isFirst`.
 */
const AT_ONCE = 2;
const OTHERS_AT_ONCE = 1;
/** Maximum length of each queue; requests behind it would time out. */
const MAX_WAITING = 64;

export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy';
}

export function refuseBusy(error: unknown): never {
  if (error instanceof PasswordsBusy) throw new AppError('unavailable', 'passwords-busy');
  throw error;
}

/**
 * Runs at most `AT_ONCE` tasks concurrently; of these, at most `OTHERS_AT_ONCE` without `isFirst`. Each of the two
 * kinds has a FIFO queue.
 * @throws PasswordsBusy when the queue is full.
 */
export function createPasswordQueue(): <Result>(
  task: () => Promise<Result>,
  isFirst: boolean,
) => Promise<Result> {
  const running = { first: 0, others: 0 };
  const waiting: Record<keyof typeof running, (() => void)[]> = { first: [], others: [] };
  const hasPlace = (line: keyof typeof running): boolean =>
    running.first + running.others < AT_ONCE && (line === 'first' || running.others < OTHERS_AT_ONCE);
  const leave = (line: keyof typeof running) => {
    running[line] -= 1;
    for (const next of ['first', 'others'] as const) {
      if (!hasPlace(next)) continue;
      const start = waiting[next].shift();
      if (start === undefined) continue;
      running[next] += 1;
      start();
    }
  };
  return async (task, isFirst) => {
    const line = isFirst ? 'first' : 'others';
    if (hasPlace(line)) running[line] += 1;
    else {
      if (waiting[line].length >= MAX_WAITING) throw new PasswordsBusy();
      await new Promise<void>((resolve) => waiting[line].push(resolve));
    }
    try {
      return await task();
    } finally {
      leave(line);
    }
  };
}
