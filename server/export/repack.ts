import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** All characters that XML 1.0 (production 2) forbids: most control characters and lone surrogates. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Removes characters that XML forbids and normalises line ends. */
export const cleanXml = (text: string): string => text.replace(NOT_XML, '').replace(/\r\n?/g, '\n');

/**
 * Makes the bytes of a file depend on its content only, so that its ETag does not change. The libraries write the
 * current time into zip entries and properties, random ids into relationships, and a counter into drawings.
 */
export function repack(file: Uint8Array): Uint8Array {
  const ids = new Map<string, string>();
  let drawings = 0;
  const settle = (xml: string): string =>
    xml
      .replace(/<(dcterms:(?:created|modified))[^>]*>[^<]*<\/\1>/g, '')
      .replace(RANDOM_ID, (id) => {
        const known = ids.get(id) ?? `rIdMade${ids.size + 1}`;
        ids.set(id, known);
        return known;
      })
      .replace(/(<wp:docPr id=")\d+/g, (_, before: string) => {
        drawings += 1;
        return `${before}${drawings}`;
      });
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]): [string, Uint8Array] => {
    if (path.endsWith('.xlsx')) return [path, repack(bytes)];
    return [path, /\.(xml|rels)$/.test(path) ? strToU8(settle(strFromU8(bytes))) : bytes];
  });
  // The earliest time that zip can represent, in local time, because zip stores no time zone.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 6 });
}

const RANDOM_ID = /(?<=")rId[a-z\d_-]{21}(?=")/g;
