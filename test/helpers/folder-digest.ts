import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** By path: digest and permissions of every file, to check that nothing was changed. */
export function digestFolder(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const { mode } = statSync(path);
    const digest = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
    return [path, `${mode.toString(8)} ${digest}`] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
