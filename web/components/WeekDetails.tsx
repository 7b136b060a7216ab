import { questionName } from '../formatting/question-name.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { ChangeView, ReportView } from '../types/report-view.ts';
import { ChannelTable } from './ChannelTable.tsx';
import { CountTable } from './CountTable.tsx';
import { Fold } from './Fold.tsx';
import { ResponseRate } from './ResponseRate.tsx';
import { SetAsideTable } from './SetAsideTable.tsx';
import { SlipFigure } from './SlipFigure.tsx';
import type { StaffPageProps } from './StaffDocument.tsx';
import { WeekChange } from './WeekChange.tsx';
import { WeekPraise } from './WeekPraise.tsx';

export interface WeekDetailsProps extends Pick<StaffPageProps, 'signedIn'> {
  readonly week: { readonly report: ReportView };
  readonly before: ReportView | null;
  readonly changes: readonly ChangeView[];
  /** Ticked reasons with their number of ballots; suppressed ones are left out. */
  readonly chips: readonly { readonly item: string; readonly text: string; readonly n: number }[];
  readonly itemNames: Readonly<Record<string, string>>;
}

export function WeekDetails(props: WeekDetailsProps) {
  const { report } = props.week;
  const { chips, itemNames, changes } = props;
  return (
    <div class="card week-more">
      <Fold id="change" heading={words.week.change}>
        <WeekChange before={props.before} changes={changes} itemNames={itemNames} />
        <WeekPraise report={report} changes={changes} itemNames={itemNames} />
      </Fold>
      <Fold id="chips" heading={words.week.chips}>
        {chips.length === 0 ? (
          <p>{words.week.chipsNone}</p>
        ) : (
          <CountTable
            nameColumn={words.week.chipColumn}
            countColumn={words.ballotsColumn}
            words={words}
            rows={chips.map(({ item, text, n }) => ({
              id: `${item} ${text}`,
              name: `${text} – ${questionName(item, itemNames, words)}`,
              count: n,
            }))}
          />
        )}
      </Fold>
      <Fold id="channels" heading={words.channels.heading}>
        <ChannelTable report={report} words={words} />
      </Fold>
      <Fold id="set-aside" heading={words.setAside.heading}>
        <SlipFigure id="beside" slips={report.single_use} level={3} words={words} />
        <ResponseRate report={report} words={words} pages={props.signedIn?.pages ?? []} />
        <SetAsideTable report={report} words={words} />
      </Fold>
    </div>
  );
}
