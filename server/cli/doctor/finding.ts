/** `note`: something to know or to test by hand; `problem`: something to repair. */
type FindingLevel = 'ok' | 'note' | 'problem';

/** `web/messages/doctor.vi.ts` has a sentence for each code. */
export interface Finding {
  readonly level: FindingLevel;
  /** Kebab-case. Part of the output of `--json`, so a code never changes. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const finding = (level: FindingLevel, code: string, params: Finding['params'] = {}): Finding => ({
  level,
  code,
  params,
});
