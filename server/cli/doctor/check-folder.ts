import { type Finding, finding } from './finding.ts';

/** Folders of sync clients, which copy files while they are being written. */
const SYNCED =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|my drive|icloud ?drive|mobile documents|nextcloud|box sync)$/i;

/** Network file systems by `statfs` type on Linux: NFS, SMB, CIFS, SMB2, 9P, AFS. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f,
]);

/**
 * SQLite is not safe on network file systems or in synced folders. `path` is absolute, without symbolic links;
 * `fileSystem` is the `statfs` type, null: unknown; `syncedRoots` are synced folders by environment variables.
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
