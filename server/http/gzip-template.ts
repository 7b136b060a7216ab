import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * A gzipped page with one text of fixed length that changes with each request. The rest is compressed only once.
 */
export interface GzipTemplate {
  fill(text: string): Buffer<ArrayBuffer>;
}

/** Gzip header (RFC 1952 §2.3): deflate; no file name, no time, unknown operating system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const LEVEL = constants.Z_BEST_COMPRESSION;
/** Maximum distance of a back-reference in deflate. */
const WINDOW_BYTES = 32_768;
/** Bytes after the type of an empty stored block: its length 0 and the complement of 0 (RFC 1951 §3.2.4). */
const EMPTY_BLOCK_BYTES = 4;
/** Gzip trailer: CRC-32 and length of the uncompressed page, 4 bytes each. */
const END_BYTES = 8;
const CRC_BITS = 32;

/**
 * Returns a function that computes the CRC-32 of a text that ends with `bytes` from the CRC-32 of the part before
 * them. CRC is linear over GF(2): each bit of the input CRC flips fixed bits of the result. Computing the CRC over
 * all bytes would take a fifth of the time of a request.
 */
function crcEndingWith(bytes: Buffer): (before: number) => number {
  const afterZero = crc32(bytes);
  const flips = Array.from({ length: CRC_BITS }, (_, bit) => crc32(bytes, (1 << bit) >>> 0) ^ afterZero);
  return (before) =>
    flips.reduce((crc, flip, bit) => ((before >>> bit) & 1 ? crc ^ flip : crc), afterZero) >>> 0;
}

/**
 * Compresses `before` and `after` once. The text between them goes into a stored (uncompressed) block, so `fill`
 * only copies bytes. `textBytes` is the exact UTF-8 length of each text. `after` must not be empty.
 */
export function createGzipTemplate(before: string, after: string, textBytes: number): GzipTemplate {
  const head = Buffer.from(before);
  const tail = Buffer.from(after);
  // A sync flush ends with an empty stored block, which is then enlarged to contain the text.
  const flushed = deflateRawSync(head, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH });
  // Zero bytes stand for the text. A page contains no zero bytes, so no back-reference can point to them.
  const page = Buffer.concat([head, Buffer.alloc(textBytes, 0), tail]);
  const deflateRange = (from: number, to: number, finishFlush: number): Buffer =>
    deflateRawSync(page.subarray(from, to), {
      level: LEVEL,
      dictionary: page.subarray(Math.max(0, from - WINDOW_BYTES), from),
      finishFlush,
    });
  // Scripts have other letter frequencies than text; a separate Huffman table makes a page 1 % smaller.
  const script = Math.max(page.lastIndexOf('<script'), page.length - tail.length);
  const length = Buffer.alloc(EMPTY_BLOCK_BYTES);
  length.writeUInt16LE(textBytes, 0);
  length.writeUInt16LE(~textBytes & 0xffff, 2);
  const first = Buffer.concat([GZIP_HEADER, flushed.subarray(0, -EMPTY_BLOCK_BYTES), length]);
  const last = Buffer.concat([
    deflateRange(page.length - tail.length, script, constants.Z_SYNC_FLUSH),
    deflateRange(script, page.length, constants.Z_FINISH),
  ]);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(head.length + textBytes + tail.length, END_BYTES / 2);
  const template = Buffer.concat([first, Buffer.alloc(textBytes), last, end]);
  const headCrc = crc32(head);
  const crcOfPage = crcEndingWith(tail);
  return {
    fill(text) {
      const bytes = Buffer.from(text);
      if (bytes.length !== textBytes) throw new Error(`the text must have ${textBytes} bytes`);
      const page = Buffer.from(template);
      bytes.copy(page, first.length);
      page.writeUInt32LE(crcOfPage(crc32(bytes, headCrc)), page.length - END_BYTES);
      return page;
    },
  };
}
