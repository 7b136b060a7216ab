export interface Actor {
  readonly id: string;
  readonly name: string;
}

/**
 * Kinds of entry in the audit log; each has a sentence in `web/messages/accounts.vi.ts`. Nothing that a citizen
 * does is logged.
 */
export const ACT_KINDS = [
  'first-administrator-created',
  'user-added',
  'user-role-changed',
  'user-disabled',
  'user-enabled',
  'user-signed-out-everywhere',
  'password-link-made',
  'password-link-opened',
  'password-set-by-link',
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'second-factor-reset',
  'second-factor-demanded',
  'recovery-codes-renewed',
  'phone-link-made',
  'phone-remembered',
  'phone-revoked',
  'unit-renamed',
  'unit-official-code-changed',
  'unit-phone-changed',
  'unit-receiver-changed',
  'unit-fact-changed',
  'counter-added',
  'counter-renamed',
  'counter-field-changed',
  'counter-moved',
  'counter-closed',
  'counter-reopened',
  'counter-merged',
  'opening-hours-set',
  'opening-hours-withdrawn',
  'api-key-created',
  'api-key-revoked',
  'comments-marked',
  'comment-retention-set',
  'comment-retention-withdrawn',
  'target-changed',
  'target-withdrawn',
  'target-confirmed',
  'minimum-changed',
  'minimum-withdrawn',
  'survey-changed',
  'survey-withdrawn',
  'rule-changed',
  'rule-withdrawn',
  'transactions-entered',
  'transactions-corrected',
  'transactions-imported',
  'transaction-files-refused',
  'slips-printed',
  'supervisor-slips-printed',
  'headline-figure-changed',
  'suggestion-tick-changed',
  'sipas-set',
  'sipas-removed',
  'dvcqg-766-set',
  'dvcqg-766-removed',
  'improvements-set',
  'improvements-removed',
  'official-start',
  'trial-extended',
  'local-only-set',
  'clock-confirmed',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Parameters of the entry's sentence in `web/messages/accounts.vi.ts`; no secrets. */
export type ActParams = Readonly<Record<string, string | number>>;

export interface Act {
  readonly id: string;
  /** ISO 8601 in Vietnam's offset, to the second. */
  readonly at: string;
  /** null when a command on the server's console did the act. */
  readonly actor: Actor | null;
  readonly kind: ActKind;
  readonly params: ActParams;
}
