import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keptPageSchema } from './fetch-pages.ts';
import { type Proof, proofSchema } from './judge-report.ts';

/** The last valid response of a source for a period. */
const answerSchema = z.object({ on: z.iso.date(), pages: z.array(keptPageSchema).readonly() });
const proofsSchema = z.record(z.string(), proofSchema);

export type KeptAnswers = ReturnType<typeof openKeptAnswers>;

/** One file per source in `folder`, named by a hash of the source's name. An unreadable file counts as absent. */
export function openKeptAnswers(folder: string) {
  mkdirSync(folder, { recursive: true });
  const pathOf = (source: string, what: string): string =>
    join(folder, `${createHash('sha256').update(source).digest('hex').slice(0, 20)}-${what}.json`);
  const read = <Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> | null => {
    try {
      return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return null;
    }
  };
  return {
    findAnswer: (source: string, periodId: string) => read(pathOf(source, periodId), answerSchema),
    keepAnswer: (source: string, periodId: string, answer: z.infer<typeof answerSchema>) =>
      writeChanged(pathOf(source, periodId), JSON.stringify(answer)),
    findProofs: (source: string): Map<string, Proof> =>
      new Map(Object.entries(read(pathOf(source, 'seals'), proofsSchema) ?? {})),
    keepProofs: (source: string, proofs: ReadonlyMap<string, Proof>) =>
      writeChanged(pathOf(source, 'seals'), JSON.stringify(Object.fromEntries(proofs))),
  };
}

/** Replaces a file atomically; does not write when the content is unchanged. */
export function writeChanged(path: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  try {
    if (readFileSync(path).equals(bytes)) return;
  } catch {
    // The file does not exist yet.
  }
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}
