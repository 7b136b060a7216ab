import type { AlertId } from './alert.ts';

/** Kinds that use only numbers of ballots. */
const OF_NUMBERS: readonly AlertId[] = [
  'more-than-transactions',
  'sudden-rise',
  'odd-hours',
  'silent-counter',
];

/** Public alerts are about the whole unit and its number of ballots. One counter is one colleague. */
export const isPublicAlert = ({
  id,
  params,
}: {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
}): boolean => params.counter === null && params.channel === null && OF_NUMBERS.some((kind) => kind === id);
