/** How a check went: `note` is something to know or to try by hand, `problem` something to mend. */
export type FindingLevel = 'ok' | 'note' | 'problem';

/** What one check found. `web/messages/doctor.vi.ts` has a sentence for each code. */
export interface Finding {
  readonly level: FindingLevel;
  /** A stable name for programs, in kebab-case. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Puts a finding together. */
export const finding = (level: FindingLevel, code: string, params: Finding['params'] = {}): Finding => ({
  level,
  code,
  params,
});
