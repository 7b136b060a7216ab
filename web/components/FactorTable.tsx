import { formatCount, formatPercent } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { FigureTable } from './FigureTable.tsx';
import { ShareBar } from './ShareBar.tsx';

interface FactorTableProps {
  readonly report: ReportView;
  readonly itemNames: Readonly<Record<string, string>>;
  readonly words: FigureMessages;
}

type Factor = ReportView['factors']['by'][number];

/** Factors without a percentage are last: 101 is more than any percentage. */
const fromWeakest = (factors: readonly Factor[]): readonly Factor[] =>
  [...factors].sort((left, right) => (left.percent ?? 101) - (right.percent ?? 101));

function factorFigure(factor: Factor, target: number | null, words: FigureMessages): string {
  if (factor.suppressed) return words.suppressed;
  if (factor.percent === null) return words.tooFewShown;
  return formatPercent(factor.percent, target, words.locale);
}

export function FactorTable({ report, itemNames, words }: FactorTableProps) {
  const { factors, indicator } = report;
  const target = indicator.target?.percent ?? null;
  const leftOut = factors.by.flatMap((factor) => factor.left_out).map((id) => itemNames[id] ?? id);
  if (factors.by.length === 0) return <p>{words.noFigures}.</p>;
  return (
    <>
      <div class="scroll">
        <FigureTable columns={[words.factors.column, words.factors.share, words.factors.answers]}>
          {fromWeakest(factors.by).map((factor) => (
            <tr key={factor.id}>
              <th scope="row">
                {words.factors.names[factor.id] ?? factor.id}
                {factor.percent === null || factor.suppressed ? null : (
                  <ShareBar percent={factor.percent} target={target} />
                )}
              </th>
              <td class="number">{factorFigure(factor, target, words)}</td>
              <td class="number">
                {factor.n === null || factor.suppressed ? '–' : formatCount(factor.n, words.locale)}
              </td>
            </tr>
          ))}
        </FigureTable>
      </div>
      <p>
        {factors.percent === null
          ? words.factors.noMean
          : words.factors.mean(formatPercent(factors.percent, target, words.locale))}
      </p>
      {leftOut.length === 0 ? null : <p class="soft">{words.factors.leftOut(leftOut.join('; '))}</p>}
      <p class="soft">{words.factors.note}</p>
    </>
  );
}
