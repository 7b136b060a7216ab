import type { AlertId } from './alert.ts';

/** All kinds except the one about a batch of slips. */
const OF_NUMBERS: readonly AlertId[] = [
  'more-than-transactions',
  'sudden-rise',
  'odd-hours',
  'silent-counter',
];

/**
 * Only alerts about the whole unit and its number of ballots are public: an alert about one counter would
 * point at one colleague.
 */
export const isPublicAlert = ({
  id,
  params,
}: {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
}): boolean => params.counter === null && params.channel === null && OF_NUMBERS.some((kind) => kind === id);
