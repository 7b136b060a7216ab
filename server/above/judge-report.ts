import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { roundForData } from '../indicator/rounding.ts';
import { addDays } from '../lib/day.ts';
import { type Report, reportSchema } from '../reporting/report.v1.ts';
import { chainDay } from '../seal/seal.ts';
import { BadAnswer } from './bounded-json.ts';

/** What earlier pulls know of a unit: later answers must agree with it. */
export interface Proof {
  readonly installation: string | null;
  /** Chain value by day. */
  readonly seals: Readonly<Record<string, string>>;
  readonly closed: Readonly<Record<string, { readonly revision: number; readonly sha256: string }>>;
}

export const NO_PROOF: Proof = { installation: null, seals: {}, closed: {} };

/** As long as fields of later versions are removed one level after the other. */
const MAX_PASSES = 8;

/** Validates against a strict schema, but ignores fields that are not known. @throws BadAnswer `schema` */
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
  const { indicator, period, installation = null } = report;
  if (period.id !== periodId) throw new BadAnswer('other-period');
  const { numerator, denominator, percent, neutral, dissatisfied } = indicator;
  if (numerator !== null && denominator !== null) {
    const isSum = numerator + (neutral ?? 0) + (dissatisfied ?? 0) === denominator;
    const isShare = percent === null || percent === roundForData((100 * numerator) / denominator);
    if (numerator > denominator || !isSum || !isShare) throw new BadAnswer('figures');
  } else if (numerator !== denominator || !indicator.suppressed) throw new BadAnswer('figures');
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

function checkSeals({ seal }: Report, { seals }: Proof): void {
  for (const { day, digest, chain } of seal?.days ?? []) {
    if (seals[day] !== undefined && seals[day] !== chain) throw new BadAnswer('seal-changed');
    const before = seal?.days.find((one) => one.day === addDays(day, -1))?.chain ?? seals[addDays(day, -1)];
    if (before !== undefined && chainDay(before, day, digest) !== chain) throw new BadAnswer('seal-changed');
  }
}

/** What is known of a unit after this report was accepted. */
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
