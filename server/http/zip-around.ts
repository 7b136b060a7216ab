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

/** Goes on from the sum of what stands before; of no bytes at all, Node would begin anew. */
const checksum = (bytes: Buffer, before: number): number =>
  bytes.length === 0 ? before : crc32(bytes, before);

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
  const headSum = checksum(head, 0);
  const bytes = head.length + textBytes + tail.length;
  return {
    fill(text) {
      const middle = Buffer.from(text);
      if (middle.length !== textBytes) throw new Error(`a text of ${textBytes} bytes was announced`);
      const end = Buffer.alloc(8);
      end.writeUInt32LE(checksum(tail, checksum(middle, headSum)), 0);
      end.writeUInt32LE(bytes, 4);
      return Buffer.concat([first, middle, last, end]);
    },
  };
}
