/** `web/messages/backup.vi.ts` has a sentence for each. */
type RefusalCode =
  | 'missing'
  | 'not-a-file'
  | 'empty'
  | 'not-sqlite'
  | 'truncated'
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'has-log'
  | 'tallies-differ'
  | 'seals-differ'
  | 'before-start'
  | 'in-use'
  | 'same-file'
  | 'exists'
  | 'no-folder'
  | 'no-database'
  | 'source-damaged';

/** Thrown before anything is changed. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(
    readonly code: RefusalCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${params.file ?? 'The file'} is refused: ${code}.`);
  }
}
