import { createHash } from 'node:crypto';
import type { Random } from './random.ts';

/** Bytes that look random and are the same for the same seed: for made-up data, never for secrets. */
export interface SeededRandom extends Random {
  /** From 0 up to and not including 1. */
  next(): number;
}

/** SHA-256 of the seed and a running number: the same on every machine, for ever. */
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
