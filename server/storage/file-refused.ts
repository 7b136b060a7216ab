/** Thrown before any file is changed. `web/messages/backup.vi.ts` has a sentence for each code. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${params.file ?? 'The file'} is refused: ${code}.`);
  }
}
