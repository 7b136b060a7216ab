/**
 * Why the database cannot be used. `busy`: another program holds a lock; `slow`: no response in time; `replaced`:
 * the path no longer refers to the opened file.
 */
export type StorageCause =
  | 'busy'
  | 'slow'
  | 'unreachable'
  | 'full'
  | 'read-only'
  | 'no-rights'
  | 'replaced'
  | 'damaged';

/** Thrown when this program itself detects the cause, without an error of the database driver. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(readonly storageCause: StorageCause) {
    super(`the database cannot be used: ${storageCause}`);
  }
}

/** Patterns of error codes: SQLite's extended codes, SQLSTATE, errno. The first match is used. */
const BY_CODE: readonly (readonly [RegExp, StorageCause])[] = [
  [/^SQLITE_(BUSY|LOCKED)|^(55P03|40P01)$/, 'busy'],
  [/^SQLITE_READONLY_DBMOVED$/, 'replaced'],
  [/^SQLITE_FULL$|^(ENOSPC|EDQUOT|53100)$/, 'full'],
  [/^SQLITE_READONLY|^(EROFS|25006)$/, 'read-only'],
  [/^SQLITE_(PERM|AUTH)$|^(EACCES|EPERM|42501)$/, 'no-rights'],
  // A folder or file that cannot be opened, or that was deleted.
  [/^SQLITE_CANTOPEN/, 'no-rights'],
  [/^SQLITE_(CORRUPT|NOTADB)|^XX00[12]$/, 'damaged'],
  [/^SQLITE_IOERR_(SHMOPEN|DELETE_NOENT|FSTAT|VNODE)/, 'replaced'],
  [/^SQLITE_IOERR/, 'full'],
  [/^(57014|25P0[34]|ETIMEDOUT)$/, 'slow'],
  // 08: connection errors; 57P01 to 57P04: the server is stopping or starting; 53300: no free connections.
  [
    /^(08...|57P0.|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/,
    'unreachable',
  ],
];

/** Patterns of messages, for errors of `pg` that have no code. */
const BY_MESSAGE: readonly (readonly [RegExp, StorageCause])[] = [
  [
    /^Query read timeout|^timeout exceeded when trying to connect|timeout expired$|due to connection timeout$/i,
    'slow',
  ],
  [
    /^Connection terminated|^Client has encountered a connection error|^Client was closed|Cannot use a pool after/,
    'unreachable',
  ],
];

/** Null if the error has nothing to do with the state of the database. */
export function storageCauseOf(error: unknown): StorageCause | null {
  if (error instanceof StorageError) return error.storageCause;
  if (!(error instanceof Error)) return null;
  if (error instanceof AggregateError) {
    for (const inner of error.errors) {
      const cause = storageCauseOf(inner);
      if (cause !== null) return cause;
    }
  }
  const code = String((error as { code?: unknown }).code ?? '');
  const found =
    BY_CODE.find(([pattern]) => pattern.test(code)) ??
    BY_MESSAGE.find(([pattern]) => pattern.test(error.message));
  return found?.[1] ?? (error.cause === undefined ? null : storageCauseOf(error.cause));
}
