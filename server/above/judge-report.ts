import { createHash } from 'node:crypto';
import { z } from 'zod';
import { roundForData } from '../indicator/rounding.ts';
import { addDays } from '../lib/day.ts';
import { type Report, reportSchema } from '../reporting/report.v1.ts';
import { chainDay } from '../seal/seal.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { BadAnswer } from './bounded-json.ts';

/** What earlier pulls showed about a unit; later reports must agree with it. */
export const proofSchema = z.object({
  installation: z.string().nullable(),
  /** Value of the seal chain, by day. */
  seals: z.record(z.string(), z.string()),
  closed: z.record(z.string(), z.object({ revision: z.int(), sha256: z.string() })),
});
export type Proof = z.infer<typeof proofSchema>;

export const NO_PROOF: Proof = { installation: null, seals: {}, closed: {} };

const UNIT_CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;
/** Maximum length of a unit's name in characters; a spreadsheet cell has room for 32 767. */
const MAX_NAME = 300;
/**
 * Maximum number of ballots or transactions of a unit in a period: a mistyped larger number would dominate all
 * sums.
 */
const MAX_COUNT = 10_000_000;

/** Maximum passes of the loop that removes unknown fields: Zod may report nested ones only in a later pass. */
const MAX_PASSES = 8;

/** Validates against a strict schema, but ignores unknown fields. @throws BadAnswer `schema` */
export function parseKnownFields<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const copy: unknown = structuredClone(value);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const { success, data, error } = schema.safeParse(copy);
    if (success) return data;
    for (const issue of error.issues) {
      if (issue.code !== 'unrecognized_keys') throw new BadAnswer('schema');
      const holder = issue.path.reduce<unknown>(
        (at, step) => (at as Record<PropertyKey, unknown>)[step],
        copy,
      );
      for (const key of issue.keys) delete (holder as Record<string, unknown>)[key];
    }
  }
  throw new BadAnswer('schema');
}

export const digestReport = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Validates shape, arithmetic and seals. @throws BadAnswer */
export function judgeReport(value: unknown, periodId: string, proof: Proof): Report {
  const report = parseKnownFields(reportSchema, value);
  const { period, unit, installation = null } = report;
  if (!UNIT_CODE.test(unit.code) || unit.name.length > MAX_NAME) throw new BadAnswer('schema');
  if (period.id !== periodId) throw new BadAnswer('other-period');
  if (!isConsistent(report)) throw new BadAnswer('figures');
  if (proof.installation !== null && installation !== null && installation !== proof.installation) {
    throw new BadAnswer('other-installation');
  }
  checkSeals(report, proof);
  const known = proof.closed[periodId];
  if (known && (period.closed_at === null || report.revision < known.revision)) throw new BadAnswer('older');
  if (known?.revision === report.revision && known.sha256 !== digestReport(value)) {
    throw new BadAnswer('report-changed');
  }
  return report;
}

/** Whether the figures that the table uses agree with each other and are plausible for one commune. */
function isConsistent({ indicator, ballots, transactions, counters }: Report): boolean {
  const { numerator, denominator, percent, neutral, dissatisfied, interval, suppressed } = indicator;
  if ((transactions.n ?? 0) > MAX_COUNT || Object.values(ballots).some((n) => (n ?? 0) > MAX_COUNT))
    return false;
  const { received, carried_in, counted, set_aside, pending } = ballots;
  const isAccount =
    counted === null ||
    set_aside === null ||
    pending === null ||
    received + carried_in === counted + set_aside + pending;
  if (!isAccount || counters.some((one) => (one.numerator ?? 0) > (one.denominator ?? 0))) return false;
  if (numerator === null || denominator === null || suppressed) {
    return numerator === null && denominator === null && suppressed;
  }
  if (numerator > denominator || denominator > MAX_COUNT) return false;
  const computed = wilsonInterval(numerator, denominator);
  return (
    numerator + (neutral ?? 0) + (dissatisfied ?? 0) === denominator &&
    (percent === null || percent === roundForData((100 * numerator) / denominator)) &&
    (interval === null ||
      (computed !== null &&
        interval.low === roundForData(computed.low) &&
        interval.high === roundForData(computed.high)))
  );
}

/** A sealed day must stay sealed, and each seal must follow from the seal of the day before. */
function checkSeals({ seal, period }: Report, { seals }: Proof): void {
  const sent = new Set(seal?.days.map(({ day }) => day));
  // Days are sealed in order, usually before their period closes. If sealing failed, the last days of a closed
  // report may have no seal.
  const until = (period.closed_at !== null && seal?.days.at(-1)?.day) || period.to;
  const isWithdrawn = (day: string) => day >= period.from && day <= until && !sent.has(day);
  if (Object.keys(seals).some(isWithdrawn)) throw new BadAnswer('seal-changed');
  for (const { day, digest, chain } of seal?.days ?? []) {
    if (seals[day] !== undefined && seals[day] !== chain) throw new BadAnswer('seal-changed');
    const before = seal?.days.find((one) => one.day === addDays(day, -1))?.chain ?? seals[addDays(day, -1)];
    if (before !== undefined && chainDay(before, day, digest) !== chain) throw new BadAnswer('seal-changed');
  }
}

export function extendProof(proof: Proof, report: Report, sha256: string): Proof {
  const { installation = null, period, revision, seal } = report;
  const days = (seal?.days ?? []).map(({ day, chain }) => [day, chain]);
  const isClosed = period.closed_at !== null;
  return {
    installation: installation ?? proof.installation,
    seals: { ...proof.seals, ...Object.fromEntries(days) },
    closed: isClosed ? { ...proof.closed, [period.id]: { revision, sha256 } } : proof.closed,
  };
}
