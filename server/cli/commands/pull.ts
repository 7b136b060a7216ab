import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { plainValue } from '../../../web/files/figure-sheet.ts';
import { type PulledView, pulledWorkbook } from '../../../web/files/pulled-workbook.ts';
import { renderWorkbookPage } from '../../../web/files/WorkbookPage.tsx';
import type { Patience } from '../../above/fetch-pages.ts';
import { openKeptAnswers, writeChanged } from '../../above/kept-answers.ts';
import { type Pulled, pullReports } from '../../above/pull-reports.ts';
import { parseSourceList } from '../../above/read-list.ts';
import { explainError } from '../../explain-error.ts';
import { writeCsv } from '../../export/write-csv.ts';
import { writeXlsx } from '../../export/write-xlsx.ts';
import { roundForData } from '../../indicator/rounding.ts';
import { leadOf } from '../../indicator/verdict.ts';
import type { Clock } from '../../lib/clock.ts';
import { dayOf } from '../../lib/day.ts';
import { isClosed, type NamedPeriod, parsePeriod, periodOf, previousPeriod } from '../../period/period.ts';
import { absenceOf, type SummedReport, sumReports } from '../../reporting/sum-reports.ts';

interface PullOptions {
  readonly list: string;
  /** Id of a period, `last-month` or `last-quarter`. */
  readonly period: string;
  readonly out: string;
  readonly from: string | null;
  readonly patience?: Patience;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In a terminal, each progress line overwrites the previous one. */
  readonly isTerminal: boolean;
}

const PATIENCE: Patience = { timeoutMs: 30_000, backoffMs: 500 };
const RECENT = { 'last-month': 'report-month', 'last-quarter': 'report-quarter' } as const;

/** Replaces control characters, bidirectional marks and line breaks, because names come from other servers. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');

/** `last-month` and `last-quarter` mean the latest reporting period that is closed. */
function choosePeriod(id: string, now: Date): NamedPeriod | null {
  const kind = RECENT[id as keyof typeof RECENT];
  if (kind === undefined) return parsePeriod(id);
  let period = periodOf(kind, dayOf(now));
  while (!isClosed(period, now)) period = previousPeriod(period);
  return period;
}

/** Prints mistakes in the list; null if there is one. */
function readList({ list, environment }: PullOptions, say: (line: string) => void) {
  try {
    return parseSourceList(readFileSync(list, 'utf8'), environment);
  } catch (error) {
    say(explainError(error) ?? String(error));
    return null;
  }
}

/**
 * Fetches, validates and adds up the reports of many installations. Exit codes: 0 every unit reported, 2 wrong
 * usage, 3 finished, but a person must look at the printed problems.
 */
export async function pullCommand(
  options: PullOptions,
  clock: Clock,
  say: (line: string) => void,
  progress: (text: string) => void,
): Promise<number> {
  const period = choosePeriod(options.period, clock.now());
  if (period === null) {
    say(`Not a period: ${options.period}`);
    return 2;
  }
  const list = readList(options, say);
  if (list === null) return 2;
  const { sources, hasKeys } = list;
  if (hasKeys && process.platform !== 'win32' && (statSync(options.list).mode & 0o077) !== 0) {
    say(`${options.list} has keys, and others may read it. Run: chmod 600 ${options.list}`);
    return 2;
  }
  mkdirSync(options.out, { recursive: true });
  const pulled = await pullReports({
    sources,
    periodId: period.id,
    today: dayOf(clock.now()),
    from: options.from,
    kept: openKeptAnswers(join(options.out, 'kept')),
    patience: options.patience ?? PATIENCE,
    onProgress: (done) => {
      if (options.isTerminal) progress(`\r${done}/${sources.length}${done === sources.length ? '\n' : ''}`);
      else if (done % 100 === 0 || done === sources.length) progress(`${done}/${sources.length}\n`);
    },
  });
  const view = viewOf(period, pulled);
  const path = (ending: string): string => join(options.out, `${period.id}.${ending}`);
  const workbook = pulledWorkbook(view);
  const [figures] = workbook.sheets;
  writeChanged(path('jsonl'), Buffer.concat(pulled.reports.flatMap(({ json }) => [json, Buffer.from('\n')])));
  writeChanged(
    path('csv'),
    writeCsv([
      (figures?.columns ?? []).map(({ key }) => key),
      ...(figures?.rows.slice(0, -1) ?? []).map((row) => row.map(plainValue)),
    ]),
  );
  writeChanged(path('xlsx'), await writeXlsx(workbook));
  writeChanged(path('html'), renderWorkbookPage(workbook));
  say(
    `${period.id}: ${view.coverage.counted} of ${view.coverage.units} units, ${view.problems.length} problems`,
  );
  for (const { source, about, code } of pulled.problems)
    say(`  ${[source, about, code].map(printable).join(' | ')}`);
  say(`${path('xlsx')}, ${path('html')}, ${path('csv')}, ${path('jsonl')}`);
  return pulled.problems.length === 0 ? 0 : 3;
}

function viewOf(period: NamedPeriod, { reports, problems, without }: Pulled): PulledView {
  const { indicator, response, coverage } = sumReports(
    reports.map(({ report }) => report),
    without,
  );
  const empty = { percent: null, numerator: null, denominator: null, low: null, high: null, lead: null };
  const unused = { ...empty, transactions: null, response: null };
  const rows = reports.map(({ report, age }) => {
    const reason = absenceOf(report);
    return {
      // A report that is not in the sums has no figures here, so that each column adds up to the last row.
      ...(reason === null ? figuresOf(report) : unused),
      ...{ unit: printable(report.unit.name), code: report.unit.code },
      ...{ closed: report.period.closed_at?.slice(0, 10) ?? null, age, reason },
    };
  });
  const absent = without.map(({ unit, name, reason }) => ({
    ...{ ...unused, unit: printable(name), code: printable(unit), closed: null, age: 0, reason },
  }));
  return {
    period: period.id,
    rows: [...rows, ...absent].sort((a, b) => a.unit.localeCompare(b.unit, 'vi')),
    total: {
      ...{ percent: indicator.percent, numerator: indicator.numerator, denominator: indicator.denominator },
      low: indicator.interval?.low ?? null,
      high: indicator.interval?.high ?? null,
      transactions: response.transactions,
      response: response.percent,
    },
    coverage,
    problems: problems.map((one) => ({ ...one, about: printable(one.about) })),
  };
}

const figuresOf = ({ indicator, period, transactions }: SummedReport) => ({
  ...{ percent: indicator.percent, numerator: indicator.numerator, denominator: indicator.denominator },
  low: indicator.interval?.low ?? null,
  high: indicator.interval?.high ?? null,
  // Computed here, because reports of earlier versions lack this value.
  lead: leadOf({
    numerator: indicator.numerator ?? 0,
    denominator: indicator.denominator ?? 0,
    targetPercent: indicator.target?.percent ?? null,
    minimumN: indicator.minimum_n,
    isClosed: period.closed_at !== null,
  }),
  transactions: transactions.n,
  response:
    transactions.n && indicator.denominator !== null
      ? roundForData((100 * indicator.denominator) / transactions.n)
      : null,
});
