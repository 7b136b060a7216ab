/** `note`: something to know or to test by hand; `problem`: something to repair. */
type FindingLevel = 'ok' | 'note' | 'problem';

/** Each code has a sentence in `web/messages/doctor.vi.ts`. */
export interface Finding {
  readonly level: FindingLevel;
  /** Part of the output of `--json`, so a code never changes. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const finding = (level: FindingLevel, code: string, params: Finding['params'] = {}): Finding => ({
  level,
  code,
  params,
});
