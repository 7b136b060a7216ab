import { randomBytes } from 'node:crypto';

/** Where unpredictable bytes come from; the demo puts a seeded source in its place. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** The operating system's source, good enough for secrets. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

/** A random 128-bit id, 32 lower-case hexadecimal digits. It says nothing of when it was made. */
export const makeId = (random: Random): string => Buffer.from(random.bytes(16)).toString('hex');
