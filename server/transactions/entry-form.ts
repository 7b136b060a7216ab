import type { Fault } from '../../web/types/fault.ts';
import type { EntryKey } from '../../web/types/transactions.ts';
import type { SignedIn } from '../staff/session.ts';
import type { EntryFault } from './check-entries.ts';

export type TypedFault = Fault<{ readonly about?: EntryKey; readonly other?: EntryKey }>;

export const toFault = (fault: EntryFault, fieldOf: (fault: EntryFault) => string): TypedFault => ({
  field: fieldOf(fault),
  code: fault.code,
  params: { about: fault.entry, ...(fault.other ? { other: fault.other } : {}) },
});

export const isSignedInStaff = ({ user, isRemembered }: Pick<SignedIn, 'user' | 'isRemembered'>): boolean =>
  user.role === 'staff' && !isRemembered;
