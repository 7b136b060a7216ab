export type StaffPageName =
  | 'leader'
  | 'week'
  | 'comments'
  | 'transactions'
  | 'posters'
  | 'administration'
  | 'results'
  | 'account';

export interface SignedInView {
  readonly userName: string;
  /** Whether the person uses a remembered phone, which may only read. */
  readonly isRemembered: boolean;
  /** URL paths that the person may open; pages link only to these. */
  readonly pages: readonly string[];
}
