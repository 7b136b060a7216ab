/** A person of the office, as the log of acts names them. */
export interface Actor {
  readonly id: string;
  /** The user name. */
  readonly name: string;
}

/**
 * What can be done that the log keeps. Each has its sentence in `web/messages/accounts.vi.ts`; a new kind
 * is added in both places. Never an act of a citizen, and never a ballot.
 */
export const ACT_KINDS = [
  'first-administrator-created',
  'user-added',
  'user-role-changed',
  'user-disabled',
  'user-enabled',
  'user-signed-out-everywhere',
  'password-link-made',
  'password-set-by-link',
  'password-changed',
  'phone-link-made',
  'phone-remembered',
  'phone-revoked',
  'unit-renamed',
  'unit-official-code-changed',
  'unit-phone-changed',
  'unit-receiver-changed',
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
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What an act was about, as the sentence about it needs it: names and values, no secrets. */
export type ActParams = Readonly<Record<string, string | number>>;

/** One line of the log. */
export interface Act {
  readonly id: string;
  /** ISO 8601 in Vietnam's offset, to the second. */
  readonly at: string;
  /** null: it was done at the server's console. */
  readonly actor: Actor | null;
  readonly kind: ActKind;
  readonly params: ActParams;
}
