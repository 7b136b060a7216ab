import { type Finding, finding } from './finding.ts';

/** The rights on a file or folder. */
export interface PathRights {
  readonly path: string;
  /** As by `stat`, of which the last nine bits count; null on Windows, which has other rights. */
  readonly mode: number | null;
  readonly isFolder: boolean;
  /** Whether this process may write to it. */
  readonly isWritable: boolean;
}

/** Whether the server may write, and nobody else may read ballots and secrets or put other files there. */
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
