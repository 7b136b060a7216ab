/**
 * The words of a text file, in NFC. By its byte order mark; else UTF-16 where every other byte is 0, UTF-8
 * where it is that, and otherwise Windows-1258, in which older Vietnamese programs write: it has its tone
 * marks apart from their letters. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = findEncoding(bytes);
  const text = encoding === null ? null : decode(bytes, encoding);
  const decoded = text ?? decode(bytes, 'windows-1258') ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them
  return /[\u0000-\u0008\u000e-\u001a]/.test(decoded) ? null : decoded.normalize('NFC');
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function findEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  const sample = bytes.subarray(0, 4_000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // Vietnamese letters of UTF-16 have other high bytes, but digits, signs and spaces are many.
  const many = sample.length / 8;
  if (odd > many && even < many / 4) return 'utf-16le';
  if (even > many && odd < many / 4) return 'utf-16be';
  return 'utf-8';
}
