import { createHash } from 'node:crypto';

const digestOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** Puts a report and its SHA-256, by which damage is detected, into one JSON file. */
export const wrapReport = (body: string): string =>
  `{"schema":"hailong.file/1","sha256":"${digestOf(body)}","report":${body}}`;

/** Null when the report in the file does not match its SHA-256. */
export function unwrapReport(text: string): string | null {
  const [, sha256, body] =
    /^\{"schema":"hailong\.file\/1","sha256":"([0-9a-f]{64})","report":(\{.*\})\}\s*$/s.exec(text) ?? [];
  return body !== undefined && digestOf(body) === sha256 ? body : null;
}
