import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];

afterAll(() => {
  // Retries, because Windows releases a file only some time after its process has ended.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** A new empty folder, which is removed at the end of the test file. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `hailong-${name}-`));
  folders.push(folder);
  return folder;
}
