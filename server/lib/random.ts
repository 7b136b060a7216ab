import { randomBytes } from 'node:crypto';

/** `systemRandom` in the server, a seeded source in the demo and tests. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** Bytes that are fetched from the system at once: a system call takes as long as generating a thousand bytes. */
const BLOCK_BYTES = 4_096;
let block = Buffer.alloc(0);

/** Cryptographically secure. No byte is returned twice, and returned bytes are erased from memory. */
export const systemRandom: Random = {
  bytes(count) {
    if (count > BLOCK_BYTES / 4) return randomBytes(count);
    if (block.length < count) block = randomBytes(BLOCK_BYTES);
    const taken = Buffer.from(block.subarray(0, count));
    block.fill(0, 0, count);
    block = block.subarray(count);
    return taken;
  },
};

/** Unlike a UUIDv7, the id does not reveal when it was made. */
export const makeId = (random: Random): string => Buffer.from(random.bytes(16)).toString('hex');
