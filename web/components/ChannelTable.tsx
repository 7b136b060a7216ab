import { shownCount } from '../formatting/rest-row.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { CountTable } from './CountTable.tsx';

interface ChannelTableProps {
  readonly report: ReportView;
  readonly words: FigureMessages;
}

export function ChannelTable({ report, words }: ChannelTableProps) {
  if (report.channels.length === 0) return <p>{words.noFigures}.</p>;
  return (
    <CountTable
      nameColumn={words.channels.column}
      countColumn={words.ballotsColumn}
      words={words}
      rows={report.channels.map(({ channel, counted, suppressed }) => ({
        id: channel,
        name: words.channels.names[channel] ?? channel,
        count: shownCount(channel, counted, suppressed),
      }))}
    />
  );
}
