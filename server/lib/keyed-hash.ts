import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;
/** Longest text that needs no buffer of its own; in UTF-16 code units, of which each takes at most 3 bytes. */
const LONGEST_TEXT = 1_000;

/** The two blocks that a key becomes, each with room behind it for what is hashed. */
interface Blocks {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const blocksOf = new WeakMap<Uint8Array, Blocks>();

function makeBlocks(key: Uint8Array): Blocks {
  const short = key.length > BLOCK_BYTES ? Buffer.from(hash('sha256', key, 'hex'), 'hex') : key;
  const inner = Buffer.alloc(BLOCK_BYTES + 3 * LONGEST_TEXT, 0x36);
  const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES, 0x5c);
  short.forEach((byte, at) => {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  });
  return { inner, outer };
}

/**
 * HMAC-SHA-256 of a text in UTF-8 (RFC 2104), in base64url: the same as `createHmac` gives, by two hashes at once.
 * That makes an object for each, which costs several times what the hashing does; a page needs one such, a ballot
 * three. What a key becomes is remembered for as long as the key is.
 */
export function keyedHash(key: Uint8Array, text: string): string {
  const known = blocksOf.get(key);
  const blocks = known ?? makeBlocks(key);
  if (!known) blocksOf.set(key, blocks);
  const { inner, outer } = blocks;
  let hashed: Uint8Array;
  if (text.length <= LONGEST_TEXT) {
    const bytes = inner.write(text, BLOCK_BYTES);
    hashed = inner.subarray(0, BLOCK_BYTES + bytes);
  } else {
    hashed = Buffer.concat([inner.subarray(0, BLOCK_BYTES), Buffer.from(text)]);
  }
  outer.write(hash('sha256', hashed, 'binary'), BLOCK_BYTES, 'latin1');
  return hash('sha256', outer, 'base64url');
}
