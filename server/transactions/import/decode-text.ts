/**
 * Decodes a text file to NFC: by byte order mark; else UTF-16 if every other byte is 0; else UTF-8 if at most a few
 * bytes are invalid; else Windows-1258 (older Vietnamese programs). Null: not text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  // MS-DOS programs append Ctrl-Z.
  const text = decode(bytes).replace(/(?![\t\n\r])\p{Cc}+$/u, '');
  return /[^\P{Cc}\t\n\r\f\u0080-\u009f]/u.test(text) ? null : text.normalize('NFC');
}

function decode(bytes: Uint8Array): string {
  const encoding = findUtf16(bytes) ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const wrong = text.split('\ufffd').length - 1;
  const foreign = text.length - text.replace(/[^ -~\s]/g, '').length;
  // A few invalid bytes among valid characters are damage; a quarter and more mean another encoding.
  return wrong * 4 > foreign ? new TextDecoder('windows-1258').decode(bytes) : text;
}

function findUtf16(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4_000);
  const zeros = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  // Without a byte order mark: in UTF-16 an ASCII character has a zero high byte. Many Vietnamese letters
  // have none, but digits, separators and spaces fill more than an eighth of the sample.
  const many = sample.length / 8;
  if (zeros(1) > many && zeros(0) < many / 4) return 'utf-16le';
  return zeros(0) > many && zeros(1) < many / 4 ? 'utf-16be' : null;
}
