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
  /** Signed in through a remembered phone, which is read-only. */
  readonly isRemembered: boolean;
  /** Paths of the pages that this person may read; only these are linked. */
  readonly pages: readonly string[];
}
