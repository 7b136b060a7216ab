import { formatCount } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { IndicatorView } from '../types/report-view.ts';

interface ThreeNumbersProps {
  readonly indicator: IndicatorView;
  readonly words: FigureMessages;
}

/**
 * Satisfied, neither and dissatisfied as three numbers, so that nobody reads "88 % satisfied" as "12 % complain".
 * Renders nothing where the headline's counts are suppressed.
 */
export function ThreeNumbers({ indicator, words }: ThreeNumbersProps) {
  const { numerator, neutral, dissatisfied, denominator, suppressed } = indicator;
  if (suppressed || numerator === null || neutral === null || dissatisfied === null || !denominator)
    return null;
  const numbers: readonly (readonly [string, number])[] = [
    [words.satisfied, numerator],
    [words.neutral, neutral],
    [words.dissatisfied, dissatisfied],
  ];
  return (
    <div class="three">
      <p class="three-title">{words.amongAnswered}:</p>
      <dl>
        {numbers.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatCount(count, words.locale)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
