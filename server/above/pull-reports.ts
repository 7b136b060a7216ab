import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, daysBetween } from '../lib/day.ts';
import type { Report } from '../reporting/report.v1.ts';
import { unwrapReport } from '../reporting/report-file.ts';
import type { SummedReport } from '../reporting/sum-reports.ts';
import { BadAnswer, parseBoundedJson } from './bounded-json.ts';
import { fetchPages, type KeptPage, MAX_BYTES, type Patience, parsePage } from './fetch-pages.ts';
import { digestReport, extendProof, judgeReport, NO_PROOF, type Proof } from './judge-report.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { Source } from './read-list.ts';

/** A report that is used. */
interface PulledReport {
  readonly source: string;
  readonly report: SummedReport;
  /** UTF-8 JSON: a string of thousands of reports would take twice the memory. */
  readonly json: Uint8Array;
  /** Days since it was sent, where a later answer was bad or absent; else 0. */
  readonly age: number;
}

interface Problem {
  readonly source: string;
  /** A file or the code of a unit; empty: the whole source. */
  readonly about: string;
  readonly code: string;
  /** Days since the answer that is used instead; null: none. */
  readonly age: number | null;
}

export interface Pulled {
  readonly reports: readonly PulledReport[];
  readonly problems: readonly Problem[];
  readonly without: readonly { readonly unit: string; readonly name: string; readonly reason: string }[];
}

interface PullRequest {
  readonly sources: readonly Source[];
  readonly periodId: string;
  readonly today: Day;
  /** Folder of files that were handed over. */
  readonly from: string | null;
  readonly kept: KeptAnswers;
  readonly patience: Patience;
  readonly onProgress: (done: number) => void;
}

const PARALLEL = 12;
const MAX_FILES = 20_000;

/** Reads all sources; what is wrong with one of them never stops the others. */
export async function pullReports(request: PullRequest): Promise<Pulled> {
  const files = request.from === null ? new Map<string, HandedFile[]>() : readFiles(request, request.from);
  const results: Pulled[] = [];
  const waiting = [...request.sources];
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      results.push(await pullSource(request, source, files.get(source.name) ?? []));
      request.onProgress(results.length);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const foreign = (files.get('') ?? []).map(({ name, code }) => ({
    source: '',
    about: name,
    code,
    age: null,
  }));
  const all = rejectDoubled({
    reports: results.flatMap(({ reports }) => reports),
    problems: [...results.flatMap(({ problems }) => problems), ...foreign],
    without: results.flatMap(({ without }) => without),
  });
  return {
    reports: sortBy(all.reports, ({ source, report }) => `${source}\n${report.unit.code}`),
    problems: sortBy(all.problems, ({ source, about }) => `${source}\n${about}`),
    without: sortBy(all.without, ({ name, unit }) => `${name}\n${unit}`),
  };
}

/** Two sources that lead to one installation would count its units twice. */
function rejectDoubled({ reports, problems, without }: Pulled): Pulled {
  const seen = new Map<string, string>();
  const doubled: Problem[] = [];
  const single = sortBy(reports, ({ source }) => source).filter(({ source, report, json }) => {
    const { installation } = JSON.parse(Buffer.from(json).toString()) as Report;
    const key =
      installation == null ? `${source}\n${report.unit.code}` : `${installation}\n${report.unit.code}`;
    const isFirst = !seen.has(key);
    if (isFirst) seen.set(key, source);
    else doubled.push({ source, about: report.unit.code, code: 'doubled', age: null });
    return isFirst;
  });
  return { reports: single, problems: [...problems, ...doubled], without };
}

const sortBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'vi'));

async function pullSource(
  { periodId, today, kept, patience }: PullRequest,
  source: Source,
  files: readonly HandedFile[],
): Promise<Pulled> {
  const reports = new Map<string, PulledReport>();
  const problems: Problem[] = [];
  const without: Pulled['without'][number][] = [];
  const proofs: Record<string, Proof> = kept.findProofs(source.name);
  const last = kept.findAnswer(source.name, periodId);
  const lastAge = last === null ? null : daysBetween(last.on, today);
  const accept = (value: unknown, age: number): void => {
    const code = unitCodeOf(value);
    const known = proofs[code] ?? NO_PROOF;
    const { trial, unit, period, indicator, ballots, transactions, ...rest } = judgeReport(
      value,
      periodId,
      known,
    );
    const text = JSON.stringify(value);
    const before = reports.get(code);
    if (before && !Buffer.from(before.json).equals(Buffer.from(text))) throw new BadAnswer('doubled');
    const report: SummedReport = {
      ...{ unit, period, indicator, ballots, transactions },
      ...(trial === undefined ? {} : { trial }),
    };
    proofs[code] = extendProof(known, { ...rest, ...report }, digestReport(value));
    reports.set(code, { source: source.name, report, json: Buffer.from(text), age });
  };
  const note = (about: string, error: unknown, age: number | null): void => {
    if (!(error instanceof BadAnswer)) throw error;
    problems.push({ source: source.name, about, code: error.code, age });
  };
  const acceptPages = (pages: readonly KeptPage[], age: number): void => {
    for (const page of pages.map(({ text }) => parsePage(text))) {
      for (const value of page.reports) {
        const code = unitCodeOf(value);
        if (reports.has(code) && age > 0) continue;
        try {
          accept(value, age);
        } catch (error) {
          if (age === 0) note(code, error, null);
        }
      }
      for (const { unit } of page.missing)
        without.push({ unit: unit.code, name: unit.name, reason: 'not-open' });
    }
  };

  if (source.address !== null) {
    try {
      const { address } = source;
      const pages = await fetchPages({ ...source, address }, periodId, last?.pages ?? [], patience);
      acceptPages(pages, 0);
      if (problems.length === 0) kept.keepAnswer(source.name, periodId, { on: today, pages });
      else throw new BadAnswer('');
    } catch (error) {
      if (!(error instanceof BadAnswer)) throw error;
      const bad = problems.length === 0 ? [{ about: '', code: error.code }] : problems.splice(0);
      if (last !== null) acceptPages(last.pages, Math.max(1, lastAge ?? 1));
      problems.push(
        ...bad.map(({ about, code }) => ({
          ...{ source: source.name, about, code },
          age: about === '' ? lastAge : (reports.get(about)?.age ?? null),
        })),
      );
    }
  }
  for (const file of files) {
    try {
      if (file.code !== '') throw new BadAnswer(file.code);
      accept(file.value, 0);
    } catch (error) {
      note(file.name, error, null);
    }
  }
  if (source.address === null && problems.length === 0 && reports.size === 0) {
    problems.push({ source: source.name, about: '', code: 'not-sent', age: null });
  }
  if (Object.keys(proofs).length > 0) kept.keepProofs(source.name, proofs);
  return { reports: [...reports.values()], problems, without: [...without, ...listAbsent()] };

  /** Units that should have answered: those that the list names, else the source itself. */
  function listAbsent(): Pulled['without'] {
    const refused = problems.filter(
      ({ about }) => about !== '' && source.address !== null && !reports.has(about),
    );
    const refusedFiles = refused.map(({ about, code }) => ({ unit: about, name: source.name, reason: code }));
    if (reports.size > 0 || problems.length === 0) {
      return source.address === null ? [] : refusedFiles;
    }
    const reason = problems[0]?.code ?? '';
    if (refusedFiles.length > 0) return refusedFiles;
    const units = source.units.length === 0 ? [''] : source.units;
    return units.map((unit) => ({ unit, name: source.name, reason }));
  }
}

const unitCodeOf = (value: unknown): string =>
  String((value as { unit?: { code?: unknown } } | null)?.unit?.code ?? '').slice(0, 200);

interface HandedFile {
  readonly name: string;
  readonly value: unknown;
  /** Why the file cannot be read; empty when it can. */
  readonly code: string;
}

/** Files of the period by name of the source; under the empty name those that belong to no source. */
function readFiles({ sources, periodId }: PullRequest, folder: string): Map<string, HandedFile[]> {
  const found = new Map<string, HandedFile[]>();
  const names = readdirSync(folder).filter((name) => /\.json$/i.test(name));
  for (const name of names.sort().slice(0, MAX_FILES)) {
    const file = readFile(join(folder, name), name);
    const { unit, installation, period } = (file.value ?? {}) as Partial<Report>;
    if (file.code === '' && period?.id !== periodId) continue;
    const marks = [unit?.code, unit?.agency_code, unit?.official_code, installation];
    const owners = sources.filter(
      (source) =>
        marks.some((mark) => typeof mark === 'string' && source.units.includes(mark)) ||
        (source.units.length === 0 && source.name === unit?.name),
    );
    const [owner] = owners;
    const isOwned = owner !== undefined && owners.length === 1;
    const key = isOwned ? owner.name : '';
    found.set(key, [
      ...(found.get(key) ?? []),
      isOwned || file.code !== '' ? file : { ...file, code: 'foreign' },
    ]);
  }
  return found;
}

function readFile(path: string, name: string): HandedFile {
  try {
    if (!statSync(path).isFile() || statSync(path).size > MAX_BYTES) throw new BadAnswer('too-large');
    const text = readFileSync(path, 'utf8');
    const body = /^\{"schema":"hailong\.report\/1"/.test(text) ? text : unwrapReport(text);
    if (body === null) throw new BadAnswer('damaged');
    return { name, value: parseBoundedJson(body), code: '' };
  } catch (error) {
    return { name, value: null, code: error instanceof BadAnswer ? error.code : 'unreadable' };
  }
}
