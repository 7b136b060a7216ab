import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A page that was compressed once, but for a short text in it that differs from answer to answer. */
export interface ZippedAround {
  /** The whole page with this text in its place, as gzip. */
  fill(text: string): Buffer<ArrayBuffer>;
}

/** RFC 1952 §2.3: deflate; no name, no time, an unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const LEVEL = constants.Z_BEST_COMPRESSION;
/** The window of deflate: what lies farther back cannot be referred to. */
const WINDOW_BYTES = 32_768;
/** An empty stored block ends with its length, 0, and the complement of it (RFC 1951 §3.2.4). */
const EMPTY_BLOCK_BYTES = 4;
/** At the end: the checksum of the whole text, then its length, 4 bytes each. */
const END_BYTES = 8;

/** Continues a checksum; of no bytes at all, Node would return the initial value instead. */
const checksum = (bytes: Buffer, before: number): number =>
  bytes.length === 0 ? before : crc32(bytes, before);

const BITS = 32;
const DIGIT_BITS = 4;
const DIGITS = 1 << DIGIT_BITS;

/**
 * The checksum that ends with these bytes, by that of what stands before them, without going through them again.
 * Each bit of the sum before changes the sum after in the same way whatever the other bits are (CRC is linear over
 * GF(2)), so what each of eight digits does is found once.
 */
function checksumEndingWith(bytes: Buffer): (before: number) => number {
  const ofNothing = checksum(bytes, 0);
  const changes = new Uint32Array((BITS / DIGIT_BITS) * DIGITS);
  for (let at = 0; at < changes.length; at += 1) {
    const digit = at % DIGITS;
    const place = Math.floor(at / DIGITS) * DIGIT_BITS;
    changes[at] = checksum(bytes, (digit << place) >>> 0) ^ ofNothing;
  }
  return (before) => {
    let sum = ofNothing;
    for (let row = 0; row < changes.length; row += DIGITS) {
      const place = (row / DIGITS) * DIGIT_BITS;
      sum ^= changes[row + ((before >>> place) & (DIGITS - 1))] ?? 0;
    }
    return sum >>> 0;
  };
}

/** Memory for pages, taken in pieces of many: a piece for each page costs as much as copying it. */
const SLAB_BYTES = 1 << 18;
let slab = Buffer.alloc(0);
let taken = 0;

/** Bytes of no other page; their slab is given back when all of its pages are sent. */
function takeBytes(count: number): Buffer<ArrayBuffer> {
  if (count > SLAB_BYTES / 8) return Buffer.allocUnsafeSlow(count);
  if (taken + count > slab.length) {
    slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
    taken = 0;
  }
  taken += count;
  return slab.subarray(taken - count, taken);
}

/**
 * Compresses the texts before and after a place once; filling it is then a matter of copying. The text goes into a
 * stored block, which holds its bytes as they are, between the two compressed ones. `textBytes` is how long every
 * text is, in bytes: what comes after refers back over it to what came before.
 */
export function zipAround(before: string, after: string, textBytes: number): ZippedAround {
  const head = Buffer.from(before);
  const tail = Buffer.from(after);
  // Flushed, it ends with an empty stored block; the text is put into that one.
  const flushed = deflateRawSync(head, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH });
  // Bytes that no page has stand for the text: nothing after it refers to them.
  const window = Buffer.concat([head, Buffer.alloc(textBytes, 0)]).subarray(-WINDOW_BYTES);
  const length = Buffer.alloc(EMPTY_BLOCK_BYTES);
  length.writeUInt16LE(textBytes, 0);
  length.writeUInt16LE(~textBytes & 0xffff, 2);
  const first = Buffer.concat([GZIP_HEADER, flushed.subarray(0, -EMPTY_BLOCK_BYTES), length]);
  const last = deflateRawSync(tail, { level: LEVEL, dictionary: window });
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(head.length + textBytes + tail.length, END_BYTES / 2);
  const template = Buffer.concat([first, Buffer.alloc(textBytes), last, end]);
  const textEnd = first.length + textBytes;
  const headSum = checksum(head, 0);
  const sumOfAll = checksumEndingWith(tail);
  return {
    fill(text) {
      if (Buffer.byteLength(text) !== textBytes)
        throw new Error(`a text of ${textBytes} bytes was announced`);
      const page = takeBytes(template.length);
      template.copy(page);
      page.write(text, first.length);
      const sum = checksum(page.subarray(first.length, textEnd), headSum);
      page.writeUInt32LE(sumOfAll(sum), page.length - END_BYTES);
      return page;
    },
  };
}
