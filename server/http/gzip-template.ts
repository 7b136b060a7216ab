import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A page that was compressed once, except for a short text in it that differs from response to response. */
export interface GzipTemplate {
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
/** At the end: the CRC-32 of the whole text, then its length, 4 bytes each. */
const END_BYTES = 8;
const CRC_BITS = 32;

/**
 * The CRC-32 of any text that ends with `bytes`, from that of what precedes them. CRC is linear over GF(2): each bit of
 * the CRC before flips the same bits of the CRC after. Going through the bytes of each page costs a fifth of a request.
 */
function crcEndingWith(bytes: Buffer): (before: number) => number {
  const afterZero = crc32(bytes);
  const flips = Array.from({ length: CRC_BITS }, (_, bit) => crc32(bytes, (1 << bit) >>> 0) ^ afterZero);
  return (before) =>
    flips.reduce((crc, flip, bit) => ((before >>> bit) & 1 ? crc ^ flip : crc), afterZero) >>> 0;
}

/**
 * Compresses the texts before and after a place once; filling it is then a matter of copying. The text goes into a
 * stored block, which holds its bytes as they are, between the two compressed ones. `textBytes` is how long every
 * text is, in bytes: what comes after refers back over it to what came before. `after` is not empty.
 */
export function createGzipTemplate(before: string, after: string, textBytes: number): GzipTemplate {
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
  const headCrc = crc32(head);
  const crcOfPage = crcEndingWith(tail);
  return {
    fill(text) {
      const bytes = Buffer.from(text);
      if (bytes.length !== textBytes) throw new Error(`a text of ${textBytes} bytes was announced`);
      const page = Buffer.from(template);
      bytes.copy(page, first.length);
      page.writeUInt32LE(crcOfPage(crc32(bytes, headCrc)), page.length - END_BYTES);
      return page;
    },
  };
}
