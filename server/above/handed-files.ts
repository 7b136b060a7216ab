import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../reporting/report.v1.ts';
import { unwrapReport } from '../reporting/report-file.ts';
import { BadAnswer, parseBoundedJson } from './bounded-json.ts';
import { MAX_BYTES } from './fetch-pages.ts';
import { digestReport } from './judge-report.ts';
import type { Source } from './read-list.ts';

export interface HandedFile {
  readonly name: string;
  readonly path: string;
  /** Error code; empty when the file can be read. */
  readonly code: string;
  readonly marks: readonly string[];
  /** Sort key, higher is preferred: closed before provisional reports, then by revision, then by time. */
  readonly rank: string;
  readonly sha256: string;
  readonly unitName: string | undefined;
  readonly periodId: string | undefined;
}

/** Identifiers by which the list of sources may name a unit: its codes and its installation id. */
export function marksOf(unit: unknown, installation: unknown = null): string[] {
  const { code, agency_code, official_code } = (unit ?? {}) as Partial<Record<string, unknown>>;
  return [code, agency_code, official_code, installation].filter((mark) => typeof mark === 'string');
}

/** Files of the period by source name, newest first; under '' those that match no source or several. */
export function listHandedFiles(
  sources: readonly Source[],
  periodId: string,
  folder: string,
): Map<string, HandedFile[]> {
  const found = new Map<string, HandedFile[]>();
  for (const name of readdirSync(folder).sort()) {
    if (!/\.json$/i.test(name)) continue;
    const file = inspect(join(folder, name), name);
    if (file.code === '' && file.periodId !== periodId) continue;
    const owners = sources.filter(
      ({ units, name: sourceName }) =>
        units.some((unit) => file.marks.includes(unit)) ||
        (units.length === 0 && sourceName === file.unitName),
    );
    const [owner] = owners;
    const isOwned = owner !== undefined && owners.length === 1;
    const key = isOwned ? owner.name : '';
    const files = found.get(key) ?? [];
    files.push(isOwned || file.code !== '' ? file : { ...file, code: 'foreign' });
    found.set(key, files);
  }
  for (const files of found.values()) files.sort((a, b) => b.rank.localeCompare(a.rank));
  return found;
}

/** Whether another file of the unit has the same rank but other content, so that one of them must be forged. */
export const isContested = (file: HandedFile, files: readonly HandedFile[]): boolean =>
  files.some(
    ({ marks, rank, sha256 }) => marks[0] === file.marks[0] && rank === file.rank && sha256 !== file.sha256,
  );

/**
 * Reads to which unit a file belongs and how recent it is. Does not return the report, so that only one report is
 * in memory at a time.
 */
function inspect(path: string, name: string): HandedFile {
  try {
    const report = readHandedFile(path) as Partial<Report>;
    const { unit, installation, period, revision, as_of } = report;
    const isClosed = typeof period?.closed_at === 'string';
    const rank = `${isClosed ? 1 : 0} ${String(revision).padStart(9, '0')} ${as_of}`;
    const sha256 = digestReport(report);
    const marks = marksOf(unit, installation);
    return { name, path, code: '', marks, rank, sha256, unitName: unit?.name, periodId: period?.id };
  } catch (error) {
    const code = error instanceof BadAnswer ? error.code : 'unreadable';
    const unread = { marks: [], rank: '', sha256: '', unitName: undefined, periodId: undefined };
    return { name, path, code, ...unread };
  }
}

export function readHandedFile(path: string): unknown {
  const { size } = statSync(path);
  if (size > MAX_BYTES) throw new BadAnswer('too-large');
  const text = readFileSync(path, 'utf8');
  const body = unwrapReport(text);
  if (body !== null) return parseBoundedJson(body);
  // A file without a digest is refused, because damage to the report could not be detected.
  throw new BadAnswer(/^\s*\{\s*"schema"\s*:\s*"hailong\.report\//.test(text) ? 'no-digest' : 'damaged');
}
