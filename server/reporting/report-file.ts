import { createHash } from 'node:crypto';

const digestOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** A report as a file for the office above: its bytes, and their SHA-256, by which damage is detected. */
export const wrapReport = (body: string): string =>
  `{"schema":"hailong.file/1","sha256":"${digestOf(body)}","report":${body}}`;

/** Extracts the report from a file of `wrapReport`; null where it does not match the digest. */
export function unwrapReport(text: string): string | null {
  const [, sha256, body] =
    /^\{"schema":"hailong\.file\/1","sha256":"([0-9a-f]{64})","report":(\{.*\})\}\s*$/s.exec(text) ?? [];
  return body !== undefined && digestOf(body) === sha256 ? body : null;
}
