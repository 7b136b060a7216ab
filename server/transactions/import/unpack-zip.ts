import { Unzip, UnzipInflate } from 'fflate';

/** A file that is no zip, or is cut; `isTooLarge`: its parts unpack to more than is allowed. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  constructor(readonly isTooLarge: boolean) {
    super(isTooLarge ? 'unpacks to too much' : 'not a whole zip file');
  }
}

/** One piece unpacks to a thousand times as much at most, so that the sum is looked at in time. */
const PIECE_BYTES = 2_048;

/**
 * The parts of a zip file that are wanted, unpacked piece by piece: what the file says of its own size is
 * not believed, and no more than `mostBytes` and one piece is ever unpacked.
 * @throws ZipError
 */
export function unpackZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): Record<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  const unfinished = new Set<string>();
  let sum = 0;
  let isBroken = false;
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name) || parts.has(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    unfinished.add(file.name);
    file.ondata = (error, chunk, isFinal) => {
      if (error) isBroken = true;
      else {
        sum += chunk.length;
        if (sum <= mostBytes) chunks.push(chunk);
        if (isFinal) unfinished.delete(file.name);
      }
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    try {
      unzip.push(bytes.subarray(start, start + PIECE_BYTES), start + PIECE_BYTES >= bytes.length);
    } catch {
      isBroken = true;
    }
    if (sum > mostBytes) throw new ZipError(true);
    if (isBroken) throw new ZipError(false);
  }
  if (unfinished.size > 0) throw new ZipError(false);
  return Object.fromEntries([...parts].map(([name, chunks]) => [name, join(chunks)]));
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
