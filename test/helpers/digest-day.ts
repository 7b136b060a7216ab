import { digestLeaves, leafOf } from '../../server/seal/seal.ts';

/** Input of a day's digest, with lines instead of leaves. */
export interface DayLines extends Omit<Parameters<typeof digestLeaves>[0], 'leaves'> {
  readonly ballots: readonly string[];
}

export const digestDay = ({ ballots, ...day }: DayLines): string =>
  digestLeaves({ ...day, leaves: ballots.map(leafOf) });
