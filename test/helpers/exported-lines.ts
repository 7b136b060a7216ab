import { Writable } from 'node:stream';
import { exportSealedDaysCommand } from '../../server/cli/commands/seals.ts';
import type { Context } from '../../server/context.ts';
import { exportDays } from '../../server/seal/read-day.ts';
import type { Db } from '../../server/storage/schema.ts';
import { UNIT } from './sealed-office.ts';

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

export async function exportLines(db: Db, days: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const { text } of exportDays(db, UNIT, days)) lines.push(...linesOf(text));
  return lines;
}

export interface FinishedExport {
  readonly code: number;
  readonly printed: readonly string[];
  readonly explained: readonly string[];
  readonly progress: readonly string[];
}

/** `range` is a day or `FROM..TO`. */
export async function runExport(
  context: Context,
  span: string,
  unit: string | null = null,
): Promise<FinishedExport> {
  let text = '';
  const explained: string[] = [];
  const progress: string[] = [];
  const code = await exportSealedDaysCommand(context, span, unit, {
    lines: new Writable({
      write(chunk, _encoding, done) {
        text += String(chunk);
        done();
      },
    }),
    explain: (line) => void explained.push(line),
    progress: (line) => void progress.push(line),
  });
  return { code, printed: linesOf(text), explained, progress };
}
