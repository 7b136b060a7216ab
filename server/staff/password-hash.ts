import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { createPasswordQueue } from './password-queue.ts';
import { normalisePassword } from './password-rules.ts';

/** Memory is 128 · 2^log2N · r bytes. */
export interface ScryptStrength {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB and about 0.3 s on an office PC (OWASP Password Storage, scrypt). */
export const PASSWORD_STRENGTH: ScryptStrength = { log2N: 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** Hashes passwords off the main thread. */
export interface PasswordHasher {
  /**
   * Returns hash, salt and parameters. `isFirst` skips the queue.
   * @throws PasswordsBusy when the queue is full.
   */
  hash(password: string, isFirst?: boolean): Promise<string>;
  /**
   * Without `stored` it takes the same time and returns false, so that timing does not reveal which accounts
   * exist. `isFirst` skips the queue.
   * @throws PasswordsBusy when the queue is full.
   */
  verify(password: string, stored: string | null, isFirst?: boolean): Promise<boolean>;
  /** Whether the parameters are weaker than the current ones. */
  isWeak(stored: string): boolean;
}

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

/** Tests use weaker parameters. */
export function createPasswordHasher(strength: ScryptStrength = PASSWORD_STRENGTH): PasswordHasher {
  const inTurn = createPasswordQueue();
  const nobody = { strength, salt: randomBytes(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) };
  return {
    async hash(password, isFirst = false) {
      const salt = randomBytes(SALT_BYTES);
      const key = await inTurn(() => derive(password, salt, strength), isFirst);
      const { log2N, r, p } = strength;
      return `scrypt$${log2N}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
    },
    async verify(password, stored, isFirst = false) {
      const known = stored === null ? null : parseHash(stored);
      const { salt, key, strength: made } = known ?? nobody;
      const given = await inTurn(() => derive(password, salt, made), isFirst);
      return timingSafeEqual(given, key) && known !== null;
    },
    isWeak(stored) {
      const made = parseHash(stored)?.strength;
      if (!made) return true;
      return made.log2N < strength.log2N || made.r < strength.r || made.p < strength.p;
    },
  };
}
