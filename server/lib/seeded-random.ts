import { createHash } from 'node:crypto';
import type { Random } from './random.ts';

/** Deterministic, for the demo and tests; never for secrets. */
export interface SeededRandom extends Random {
  /** A number in [0, 1). */
  next(): number;
}

/** SHA-256 in counter mode: a seed gives the same bytes on every machine and Node version. */
export function createSeededRandom(seed: string): SeededRandom {
  let block = Buffer.alloc(0);
  let counter = 0;
  const bytes = (count: number): Uint8Array => {
    while (block.length < count) {
      block = Buffer.concat([block, createHash('sha256').update(`${seed}\n${counter}`).digest()]);
      counter += 1;
    }
    const taken = block.subarray(0, count);
    block = block.subarray(count);
    return taken;
  };
  return { bytes, next: () => Buffer.from(bytes(4)).readUInt32BE() / 2 ** 32 };
}
