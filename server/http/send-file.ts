import type { Http } from './environment.ts';

interface FileToSend {
  /** File name for clients without RFC 8187: ASCII letters, digits, `-`, `_`, `.`. */
  readonly asciiName: string;
  /** File name for clients with RFC 8187; any Unicode characters. */
  readonly name: string;
  readonly type: string;
  readonly body: Uint8Array | string;
}

/** Characters that file systems refuse, and control characters that could reverse the displayed name. */
const NOT_IN_NAME = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** Maximum length of a file name in code points, with the extension; Windows limits a whole path to 260. */
const NAME_LENGTH = 120;

/** Makes a name that is valid on every file system. Shortens the stem, not the extension. */
export function cleanFileName(name: string): string {
  const clean = name.toWellFormed().normalize('NFC').replace(NOT_IN_NAME, '-').replace(/\s+/g, ' ');
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot >= 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  const characters = Array.from(stem.trim().replace(/^\.+/, '')).slice(0, NAME_LENGTH - extension.length);
  return `${characters.join('').trim() || '-'}${extension}`;
}

/** Header with two names: in ASCII (RFC 6266) and in Unicode (RFC 8187). */
export function contentDisposition(asciiName: string, name: string): string {
  const ascii = asciiName.replace(/[^\w.-]+/g, '-');
  const encoded = encodeURIComponent(cleanFileName(name)).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Browsers must revalidate the download on each use, unless the caller set `Cache-Control`. */
export function sendFile(c: Http, { asciiName, name, type, body }: FileToSend): Response {
  c.header('Content-Disposition', contentDisposition(asciiName, name));
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, { 'Content-Type': type });
}
