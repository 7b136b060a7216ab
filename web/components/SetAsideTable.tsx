import { formatPercent } from '../formatting/numbers.ts';
import { shownCount } from '../formatting/rest-row.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { CountTable } from './CountTable.tsx';

interface SetAsideTableProps {
  readonly report: ReportView;
  readonly words: FigureMessages;
}

export const reasonInWords = (reason: string, words: FigureMessages): string =>
  words.setAside.reasons[reason] ?? words.setAside.otherReason(reason);

export function SetAsideTable({ report, words }: SetAsideTableProps) {
  const { total, by_reason } = report.set_aside;
  if (total === 0) return <p>{words.setAside.none}</p>;
  const all = report.indicator_all;
  return (
    <>
      {total === null ? null : <p>{words.setAside.total(total)}</p>}
      {by_reason.length === 0 ? (
        total === null ? (
          <p>{words.noFigures}.</p>
        ) : null
      ) : (
        <CountTable
          nameColumn={words.setAside.column}
          countColumn={words.ballotsColumn}
          words={words}
          rows={by_reason.map(({ reason, n, suppressed }) => ({
            id: reason,
            name: reasonInWords(reason, words),
            count: shownCount(reason, n, suppressed),
          }))}
        />
      )}
      {all?.percent == null ? null : (
        <p>
          {words.setAside.withThem(
            formatPercent(all.percent, report.indicator.target?.percent ?? null, words.locale),
          )}
        </p>
      )}
      <p class="soft">{words.setAside.note}</p>
    </>
  );
}
