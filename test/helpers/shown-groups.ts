import type { Report } from '../../server/reporting/report.v1.ts';

/** One group of ballots in a report, with everything that the report discloses about it. */
export interface ShownGroup {
  /** Number of ballots; null while nothing of it is shown. */
  readonly ballots: number | null;
  /** All figures that depend on them. */
  readonly disclosed: string;
}

const group = (ballots: number | null, ...disclosed: readonly unknown[]): ShownGroup => ({
  ballots,
  disclosed: JSON.stringify(disclosed),
});

/** Ballots in the report's detail: the highest number of ballots of any question. */
export const ballotsInCells = (report: Report): number =>
  Math.max(
    0,
    ...report.questions.map(({ counts }) => Object.values(counts ?? {}).reduce((sum, n) => sum + n, 0)),
  );

/**
 * A report's groups by name. Everything in a report that depends on answers is in one of them, except the number
 * received with its complement, which are live, and the report's instant.
 */
export function shownGroups(report: Report): Map<string, ShownGroup> {
  const { ballots, indicator, indicator_all, questions, factors } = report;
  const groups = new Map<string, ShownGroup>([
    ['headline', group(indicator.denominator, indicator, ballots.counted)],
    ['single use', group(report.single_use?.denominator ?? null, report.single_use)],
    ['headline with those set aside', group(indicator_all?.denominator ?? null, indicator_all)],
    ['set aside', group(report.set_aside.total, report.set_aside.total, ballots.set_aside)],
    ['cells', group(ballotsInCells(report), questions, factors)],
  ]);
  for (const { reason, n } of report.set_aside.by_reason) groups.set(`reason ${reason}`, group(n, n));
  for (const { channel, counted } of report.channels)
    groups.set(`channel ${channel}`, group(counted, counted));
  for (const { id, version, counted } of report.survey) groups.set(`survey ${id}/${version}`, group(counted));
  for (const { code, denominator, numerator } of report.counters) {
    groups.set(`counter ${code}`, group(denominator, numerator));
  }
  for (const { id, counts } of questions) {
    const answered = counts && Object.values(counts).reduce((sum, n) => sum + n, 0);
    groups.set(`question ${id}`, group(answered, counts));
  }
  return groups;
}

/** Groups of one to four ballots that a reader of this report can compute by subtraction. */
export function fewBySubtraction(report: Report): string[] {
  const inCells = ballotsInCells(report);
  // Public reports of open periods have no total of detail to subtract from.
  const hasTotal = report.questions.some(({ id }) => id === 'overall');
  const sum = (numbers: readonly (number | null)[]) =>
    numbers.reduce<number>((total, n) => total + (n ?? 0), 0);
  const differences: [string, number][] = [
    ...(hasTotal
      ? [['headline − cells', (report.indicator.denominator ?? 0) - inCells] as [string, number]]
      : []),
    ['headline − single use', withoutSlips(report.indicator.denominator, report)],
    ['cells − single use', withoutSlips(inCells, report)],
    ['with those set aside − headline', withThoseSetAside(report)],
  ];
  if (hasTotal && report.channels.length > 0) {
    differences.push(['cells − channels', inCells - sum(report.channels.map(({ counted }) => counted))]);
  }
  if (hasTotal && report.survey.length > 0) {
    differences.push(['cells − surveys', inCells - sum(report.survey.map(({ counted }) => counted))]);
  }
  if (hasTotal && report.counters.length > 0) {
    differences.push([
      'cells − counters',
      inCells - sum(report.counters.map(({ denominator }) => denominator)),
    ]);
  }
  return differences
    .filter(([, difference]) => difference !== 0 && difference < 5)
    .map(([name, difference]) => `${report.period.id}: ${name} = ${difference}`);
}

function withoutSlips(whole: number | null, { single_use }: Report): number {
  const slips = single_use?.denominator ?? null;
  return slips === null || whole === null ? 0 : whole - slips;
}

function withThoseSetAside({ indicator, indicator_all }: Report): number {
  const all = indicator_all?.denominator ?? null;
  return all === null ? 0 : all - (indicator.denominator ?? 0);
}
