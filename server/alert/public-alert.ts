import type { AlertId } from './alert.ts';

/** Kinds of alerts that are computed only from numbers of ballots. */
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
