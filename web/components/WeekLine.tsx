import type { ComponentChildren } from 'preact';
import { sayDataWarning } from '../formatting/data-warning.ts';
import { sayReportLine } from '../formatting/report-line.ts';
import { filesVi as files } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import { weeksVi as weekWords } from '../messages/weeks.vi.ts';
import type { LeaderView, PeriodSeal } from '../types/leader-view.ts';
import type { ReportView } from '../types/report-view.ts';
import { Fold } from './Fold.tsx';

const LINE_ID = 'week-line';

/** Hidden until the script runs, because the buttons do nothing without it. */
export const HandOverButtons = () => (
  <div class="hand-over-buttons">
    <button
      type="button"
      class="by-script"
      data-copy={LINE_ID}
      data-done={files.line.copied}
      data-failed={files.line.notCopied}
    >
      {weekWords.line.copy}
    </button>
    <button type="button" class="by-script" data-print="">
      {files.print}
    </button>
    <p class="soft" role="status" id="hand-over-done" />
  </div>
);

interface WeekLineProps extends Pick<LeaderView, 'lowCounters' | 'fixFirst' | 'itemNames'> {
  readonly demo: boolean;
  readonly unitName: string;
  readonly report: ReportView;
  /** Null: the whole unit. */
  readonly counterName: string | null;
  readonly seal: PeriodSeal | null;
  /** Links to files. */
  readonly children: ComponentChildren;
}

/** The result of a week in one sentence, to be copied into a message. */
export function WeekLine(props: WeekLineProps) {
  const { report, counterName, lowCounters, fixFirst, itemNames, seal, demo } = props;
  const line = sayReportLine(
    {
      unitName: counterName === null ? props.unitName : `${counterName}, ${props.unitName}`,
      report,
      lowCounters,
      fixFirst: fixFirst[0] ?? null,
      itemNames,
      seal: seal?.short ?? null,
      warning: sayDataWarning(demo, report),
    },
    words,
  );
  return (
    <Fold id="line" heading={weekWords.line.heading} said={weekWords.line.said}>
      <p class="report-line" id={LINE_ID}>
        {line}
      </p>
      <p class="soft by-hand">{weekWords.line.byHand}</p>
      {props.children}
    </Fold>
  );
}
