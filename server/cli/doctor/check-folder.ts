import { type Finding, finding } from './finding.ts';

/** Folders of programs that copy files elsewhere while they are being written. */
const SYNCED =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|my drive|icloud ?drive|mobile documents|nextcloud|box sync)$/i;

/** Kinds of file system that lie on another machine, by `statfs` on Linux: NFS, SMB, CIFS, SMB2, 9P, AFS. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f,
]);

/**
 * Whether the data lie where a database may lie. `path` is absolute and without links; `fileSystem` is the
 * type by `statfs`, null where it is not known; `syncedRoots` are folders that the system names as synced.
 */
export function checkFolder(
  path: string,
  fileSystem: number | null,
  syncedRoots: readonly string[],
): Finding {
  if (/^(\\\\|\/\/)[^?.]/.test(path) || (fileSystem !== null && NETWORK_TYPES.has(fileSystem >>> 0))) {
    return finding('problem', 'folder-network', { path });
  }
  const segments = path.split(/[\\/]+/);
  const lower = `${path.toLowerCase()}/`.replaceAll('\\', '/');
  const isBelow = (root: string) => lower.startsWith(`${root.toLowerCase().replaceAll('\\', '/')}/`);
  const synced = segments.find((segment) => SYNCED.test(segment)) ?? syncedRoots.find(isBelow);
  return synced === undefined
    ? finding('ok', 'folder-ok', { path })
    : finding('problem', 'folder-synced', { path, program: synced });
}
