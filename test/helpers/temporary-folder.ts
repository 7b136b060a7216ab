import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];

afterAll(() => {
  // Windows lets go of a file some moments after its process has ended.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** A new empty folder, which goes with the test file. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `hailong-${name}-`));
  folders.push(folder);
  return folder;
}
