import type { Day } from '../lib/day.ts';
import type { UsualCount } from '../statistics/usual-count.ts';
import type { Alert } from './alert.ts';

export const historyParams = (
  { days, mean, variance }: UsualCount,
  history: readonly Day[],
): Alert['params'] => ({
  history_days: days,
  history_from: history[0] ?? '',
  history_to: history.at(-1) ?? '',
  mean,
  deviation: Math.sqrt(variance),
});
