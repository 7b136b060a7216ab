import { fisherExact } from '../indicator/change.ts';
import type { Channel } from '../storage/schema.ts';
import type { Alert } from './alert.ts';
import type { AnswerGroup, WeekAnswers } from './alert-input.ts';
import { levelOf } from './false-alarms.ts';
import { fisherGreater } from './fisher-greater.ts';

/** Ballots that each side needs: below it is noise. Method §7. */
export const LEAST_COMPARED = 30;
/** Percentage points below which a gap is of no use to anybody, however sure. */
export const LEAST_GAP = 10;

/** Ballots that the office writes down or holds in its hands before they are counted. */
const ON_PAPER: readonly Channel[] = ['paper', 'assisted'];

interface Side {
  readonly n: number;
  readonly satisfied: number;
}

const sumOf = (groups: readonly AnswerGroup[]): Side => ({
  n: groups.reduce((sum, group) => sum + group.n, 0),
  satisfied: groups.reduce((sum, group) => sum + group.satisfied, 0),
});

const percentOf = ({ n, satisfied }: Side): number => (100 * satisfied) / n;

const isChannel =
  (...channels: readonly Channel[]) =>
  ({ id }: AnswerGroup): boolean =>
    channels.some((channel) => channel === id);

/**
 * Gaps between channels of a week that chance does not explain, by Fisher's exact test over the whole unit:
 * posters beside slips, the other channels beside the rest, and ballots on paper above the rest.
 */
export const findChannelGaps = ({ from, to, channels }: WeekAnswers): Alert[] => {
  const compare = (channel: Channel, against: 'slip' | 'rest', left: Side, right: Side): Alert[] => {
    if (left.n < LEAST_COMPARED || right.n < LEAST_COMPARED) return [];
    const observed = percentOf(left);
    const expected = percentOf(right);
    const isPaper = channel === 'paper';
    const gap = isPaper ? observed - expected : Math.abs(observed - expected);
    if (gap < LEAST_GAP) return [];
    const id = isPaper ? 'paper-above' : 'channel-gap';
    const test = isPaper ? fisherGreater : fisherExact;
    const p = test(left.satisfied, left.n - left.satisfied, right.satisfied, right.n - right.satisfied);
    const level = levelOf(id);
    if (p > level) return [];
    const params = {
      against,
      n: left.n,
      satisfied: left.satisfied,
      other_n: right.n,
      other_satisfied: right.satisfied,
    };
    return [{ id, counter: null, channel, from, to, observed, expected, p, level, params }];
  };
  const besideRest = (channel: Channel, ...ids: readonly Channel[]): Alert[] => {
    const isIn = isChannel(...ids);
    return compare(
      channel,
      'rest',
      sumOf(channels.filter(isIn)),
      sumOf(channels.filter((one) => !isIn(one))),
    );
  };
  return [
    ...compare(
      'poster',
      'slip',
      sumOf(channels.filter(isChannel('poster'))),
      sumOf(channels.filter(isChannel('slip'))),
    ),
    ...besideRest('link', 'link'),
    ...besideRest('tablet', 'tablet'),
    ...besideRest('paper', ...ON_PAPER),
  ];
};
