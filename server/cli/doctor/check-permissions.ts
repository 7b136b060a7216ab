import { type Finding, finding } from './finding.ts';

export interface PathRights {
  readonly path: string;
  /** File mode from `stat`; null on Windows, which has no mode. */
  readonly mode: number | null;
  readonly isFolder: boolean;
  readonly isWritable: boolean;
}

/** Checks that the server can write, and that no other user can read the files or write to the folders. */
export function checkPermissions(rights: readonly PathRights[]): Finding[] {
  const faults = rights.flatMap(({ path, mode, isFolder, isWritable }) => {
    if (!isWritable) return [finding('problem', 'not-writable', { path })];
    if (mode === null) return [];
    const forbidden = isFolder ? 0o022 : 0o077;
    if ((mode & forbidden) === 0) return [];
    return [
      finding('problem', isFolder ? 'folder-open' : 'file-open', {
        path,
        mode: (mode & 0o777).toString(8),
      }),
    ];
  });
  if (faults.length > 0) return faults;
  const isUnknown = rights.some(({ mode }) => mode === null);
  return [isUnknown ? finding('note', 'permissions-windows') : finding('ok', 'permissions-ok')];
}
