import type { AlertId } from './alert.ts';

/** Kinds that look at the number of ballots alone, and at nothing that they answer. */
const OF_NUMBERS: readonly AlertId[] = [
  'more-than-transactions',
  'sudden-rise',
  'odd-hours',
  'silent-counter',
];

/**
 * Whether everybody may see an alert: of the whole unit, and of its number of ballots. A counter is one
 * colleague, and answers are compared finer than the public figures are.
 */
export const isPublicAlert = ({
  id,
  params,
}: {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
}): boolean => params.counter === null && params.channel === null && OF_NUMBERS.some((kind) => kind === id);
