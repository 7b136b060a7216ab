/** The pages that the navigation leads to. */
export type StaffPageName =
  | 'leader'
  | 'week'
  | 'comments'
  | 'transactions'
  | 'posters'
  | 'administration'
  | 'results'
  | 'account';

/** Who is signed in, as far as the head of a page shows it. */
export interface SignedInView {
  readonly userName: string;
  /** Through a remembered phone, which reads only. */
  readonly isRemembered: boolean;
  /** The pages that this person may read; no other is linked. */
  readonly pages: readonly StaffPageName[];
}
