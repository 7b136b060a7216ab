import type { Fault } from '../../web/types/fault.ts';
import type { EntryKey } from '../../web/types/transactions.ts';
import type { SignedIn } from '../staff/find-signed-in.ts';
import type { EntryFault } from './check-entries.ts';

/** A fault at a field, about a number, with the number in its way. */
export type TypedFault = Fault<{ readonly about?: EntryKey; readonly other?: EntryKey }>;

/** Puts a fault of a number to the field that it was typed in. */
export const toFault = (fault: EntryFault, fieldOf: (fault: EntryFault) => string): TypedFault => ({
  field: fieldOf(fault),
  code: fault.code,
  params: { about: fault.entry, ...(fault.other ? { other: fault.other } : {}) },
});

/** Whether the person who looks may enter numbers: staff may, those who read alone may not. */
export const isSignedInStaff = ({ user, isRemembered }: Pick<SignedIn, 'user' | 'isRemembered'>): boolean =>
  user.role === 'staff' && !isRemembered;
