import { digestLeaves, leafOf } from '../../server/seal/seal.ts';

/** As for `digestLeaves`, but with a text per ballot, of which each leaf is the hash. */
export interface DayLines extends Omit<Parameters<typeof digestLeaves>[0], 'leaves'> {
  readonly ballots: readonly string[];
}

export const digestDay = ({ ballots, ...day }: DayLines): string =>
  digestLeaves({ ...day, leaves: ballots.map(leafOf) });
