import type { Http } from './environment.ts';

/** A file that a browser saves under its own name. */
export interface FileToSend {
  /** Letters, digits, `-`, `_` and `.` of ASCII; for programs that know no others. */
  readonly asciiName: string;
  /** As people read it; in whatever language. */
  readonly name: string;
  readonly type: string;
  readonly body: Uint8Array | string;
}

/** What the file systems of phones and PCs refuse in a name, and what could turn a name round. */
const NOT_IN_NAME = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** In code points, with the ending; Windows refuses paths of more than 260. */
const NAME_LENGTH = 120;

/** A file's name that every system takes, its ending kept: what is too long is cut before it. */
export function cleanFileName(name: string): string {
  const clean = name.toWellFormed().normalize('NFC').replace(NOT_IN_NAME, '-').replace(/\s+/g, ' ');
  const dot = clean.lastIndexOf('.');
  const [stem, ending] = dot >= 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  const letters = Array.from(stem.trim().replace(/^\.+/, '')).slice(0, NAME_LENGTH - ending.length);
  return `${letters.join('').trim() || '-'}${ending}`;
}

/** The header with both names: in ASCII (RFC 6266) and as people read it (RFC 8187, the later RFC 5987). */
export function contentDisposition(asciiName: string, name: string): string {
  const ascii = asciiName.replace(/[^\w.-]+/g, '-');
  const encoded = encodeURIComponent(cleanFileName(name)).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Answers with a file, to be saved and not shown; asked for again each time, like the page it is of. */
export function sendFile(c: Http, { asciiName, name, type, body }: FileToSend): Response {
  c.header('Content-Disposition', contentDisposition(asciiName, name));
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, { 'Content-Type': type });
}
