import { randomBytes } from 'node:crypto';

/** Where unpredictable bytes come from; the demo puts a seeded source in its place. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** Asked for in blocks, as each question to the system costs as much as a thousand bytes. */
const BLOCK_BYTES = 4_096;
let block = Buffer.alloc(0);

/** The operating system's source, good enough for secrets. No byte is handed out twice, nor kept once it was. */
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

/** A random 128-bit id, 32 lower-case hexadecimal digits. It says nothing of when it was made. */
export const makeId = (random: Random): string => Buffer.from(random.bytes(16)).toString('hex');
