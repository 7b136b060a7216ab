import { type Day, daysBetween } from '../lib/day.ts';
import type { SummedReport } from '../reporting/sum-reports.ts';
import { BadAnswer } from './bounded-json.ts';
import { fetchPages, type KeptPage, type Patience, parsePage } from './fetch-pages.ts';
import { type HandedFile, isContested, listHandedFiles, marksOf, readHandedFile } from './handed-files.ts';
import { digestReport, extendProof, judgeReport, NO_PROOF } from './judge-report.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { Source } from './read-list.ts';

interface PullRequest extends SourceRequest {
  readonly sources: readonly Source[];
  /** Folder with report files that offices handed over; null: none. */
  readonly from: string | null;
  readonly onProgress: (done: number) => void;
}

const PARALLEL = 12;

/** Reads all sources; a failed source does not stop the others. */
export async function pullReports(request: PullRequest): Promise<Pulled> {
  const { sources, from, periodId } = request;
  const files = from === null ? new Map<string, HandedFile[]>() : listHandedFiles(sources, periodId, from);
  const results: Pulled[] = [];
  const waiting = [...sources];
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

/**
 * If two sources deliver the same installation, its units would count twice. The source to which the list or an
 * earlier pull assigns the unit has precedence, so that another source cannot replace its report.
 */
function rejectDoubled({ reports, problems, without }: Pulled): Pulled {
  const seen = new Map<string, string>();
  const doubled: Problem[] = [];
  const inOrder = sortBy(reports, ({ isExpected, source }) => `${isExpected ? 0 : 1}\n${source}`);
  const single = inOrder.filter(({ source, report, installation }) => {
    const { code } = report.unit;
    const key = `${installation ?? `\n${source}`}\n${code}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, source);
    else doubled.push({ source, about: `${code} (${first})`, code: 'doubled', age: null });
    return first === undefined;
  });
  return { reports: single, problems: [...problems, ...doubled], without };
}

const sortBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'vi'));

interface PulledReport {
  readonly source: string;
  readonly report: SummedReport;
  readonly installation: string | null;
  /** Whether the list or an earlier pull assigns the unit to this source. */
  readonly isExpected: boolean;
  /** UTF-8 bytes: as strings, thousands of reports would take twice the memory. */
  readonly json: Uint8Array;
  /** Age in days of an older report that replaces an invalid or absent one; 0 for a current report. */
  readonly age: number;
}

interface Problem {
  readonly source: string;
  /** What the problem is about: the name of a file or the code of a unit; empty: the whole source. */
  readonly about: string;
  readonly code: string;
  /** Age in days of the older report that is used instead; null when there is none. */
  readonly age: number | null;
}

interface AbsentUnit {
  readonly unit: string;
  readonly name: string;
  readonly reason: string;
}

export interface Pulled {
  readonly reports: readonly PulledReport[];
  readonly problems: readonly Problem[];
  readonly without: readonly AbsentUnit[];
}

interface SourceRequest {
  readonly periodId: string;
  readonly today: Day;
  readonly kept: KeptAnswers;
  readonly patience: Patience;
}

const unitOf = (value: unknown): unknown => (value as { unit?: unknown } | null)?.unit;
const unitCodeOf = (value: unknown): string => {
  const code = (unitOf(value) as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code.slice(0, 100) : '';
};

/** Reads one source: its address, else the files that were handed over, else its last valid response. */
async function pullSource(
  { periodId, today, kept, patience }: SourceRequest,
  source: Source,
  files: readonly HandedFile[],
): Promise<Pulled> {
  const { name, address, units } = source;
  const reports = new Map<string, PulledReport & { readonly asOf: string }>();
  const notOpen = new Map<string, AbsentUnit>();
  const bad: { readonly about: string; readonly code: string }[] = [];
  const heard = new Set<string>();
  const refused = new Map<string, string>();
  const proofs = kept.findProofs(name);
  const last = kept.findAnswer(name, periodId);
  const isListed = (marks: readonly string[]): boolean =>
    units.length === 0 || marks.some((mark) => units.includes(mark));

  const accept = (value: unknown, age: number): void => {
    const code = unitCodeOf(value);
    const known = proofs.get(code) ?? NO_PROOF;
    const judged = judgeReport(value, periodId, known);
    const { trial, unit, period, indicator, ballots, transactions, installation = null, as_of } = judged;
    const marks = marksOf(unit, installation);
    if (!isListed(marks)) throw new BadAnswer('foreign');
    const json = Buffer.from(JSON.stringify(value));
    const before = reports.get(code);
    if (before && !Buffer.from(before.json).equals(json)) {
      throw new BadAnswer(as_of < before.asOf ? 'older' : 'doubled');
    }
    const isExpected = units.includes(code) || (installation !== null && installation === known.installation);
    const report: SummedReport = { trial, unit, period, indicator, ballots, transactions };
    proofs.set(code, extendProof(known, judged, digestReport(value)));
    reports.set(code, { source: name, report, installation, isExpected, json, age, asOf: as_of });
    for (const mark of marks) heard.add(mark);
  };
  const attempt = (about: string, marks: readonly string[], work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof BadAnswer)) throw error;
      bad.push({ about, code: error.code });
      for (const mark of marks) refused.set(mark, error.code);
    }
  };
  const acceptPages = (pages: readonly KeptPage[]): Set<string> => {
    const sent = new Set<string>();
    for (const page of pages.map(({ text }) => parsePage(text))) {
      for (const value of page.reports) {
        sent.add(unitCodeOf(value));
        attempt(unitCodeOf(value), marksOf(unitOf(value)), () => accept(value, 0));
      }
      for (const { unit } of page.missing) {
        const marks = marksOf(unit);
        if (!isListed(marks)) continue;
        notOpen.set(unit.code, { unit: unit.code, name: unit.name, reason: 'not-open' });
        for (const mark of marks) heard.add(mark);
      }
    }
    return sent;
  };
  const listLast = (): unknown[] => {
    try {
      return last?.pages.flatMap(({ text }) => parsePage(text).reports) ?? [];
    } catch {
      return [];
    }
  };

  if (address !== null) {
    try {
      const pages = await fetchPages({ ...source, address }, periodId, last?.pages ?? [], patience);
      const sent = acceptPages(pages);
      const isSame = last !== null && pages.every(({ text }, at) => text === last.pages[at]?.text);
      const gone = isSame ? [] : listLast().map(unitCodeOf);
      for (const about of gone.filter((code) => !sent.has(code))) bad.push({ about, code: 'gone' });
      if (bad.length === 0) kept.keepAnswer(name, periodId, { on: today, pages });
    } catch (error) {
      if (!(error instanceof BadAnswer)) throw error;
      bad.push({ about: '', code: error.code });
    }
  }
  const isUnheard = address !== null && bad.length > 0;
  for (const file of files) {
    attempt(file.name, file.marks, () => {
      if (file.code !== '') throw new BadAnswer(file.code);
      const known = proofs.get(file.marks[0] ?? '')?.closed[periodId];
      if (known === undefined && isContested(file, files)) throw new BadAnswer('doubled');
      accept(readHandedFile(file.path), 0);
    });
  }
  if (isUnheard && last !== null) {
    const age = Math.max(1, daysBetween(last.on, today));
    for (const value of listLast()) {
      if (reports.has(unitCodeOf(value))) continue;
      try {
        accept(value, age);
      } catch (error) {
        if (!(error instanceof BadAnswer)) throw error;
      }
    }
  }
  if (proofs.size > 0) kept.keepProofs(name, proofs);

  const silent = units.filter((mark) => !heard.has(mark));
  const whole = bad.find(({ about }) => about === '')?.code;
  const silence = whole ?? (address === null ? 'not-sent' : 'gone');
  const unsaid = silent.filter((mark) => whole === undefined && !refused.has(mark));
  bad.push(...unsaid.map((about) => ({ about, code: silence })));
  if (address === null && units.length === 0 && reports.size === 0 && bad.length === 0) {
    bad.push({ about: '', code: silence });
  }
  const oldest = Math.max(0, ...[...reports.values()].map(({ age }) => age));
  return {
    reports: [...reports.values()],
    problems: bad.map(({ about, code }) => ({
      ...{ source: name, about, code },
      age: (about === '' ? oldest : reports.get(about)?.age) || null,
    })),
    without: [...[...notOpen.values()].filter(({ unit }) => !reports.has(unit)), ...listAbsent()],
  };

  /**
   * Units without a report: those that the list names for the source, else those with a rejected report, else one
   * entry for the whole source.
   */
  function listAbsent(): AbsentUnit[] {
    if (units.length > 0) {
      return silent.map((unit) => ({ unit, name, reason: refused.get(unit) ?? silence }));
    }
    const codes = address === null ? [] : bad.map(({ about }) => about).filter((about) => about !== '');
    const absent = [...new Set(codes)].filter(
      (code) => !reports.has(code) && !files.some((f) => f.name === code),
    );
    const reasonOf = (unit: string): string => bad.find(({ about }) => about === unit)?.code ?? '';
    if (absent.length > 0) return absent.map((unit) => ({ unit, name, reason: reasonOf(unit) }));
    const isEmpty = reports.size === 0 && bad.length > 0;
    return isEmpty ? [{ unit: '', name, reason: bad[0]?.code ?? '' }] : [];
  }
}
