import { questionName } from '../formatting/question-name.ts';
import { answeredMore } from '../formatting/question-shares.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import { weeksVi } from '../messages/weeks.vi.ts';
import type { ChangeView, ReportView } from '../types/report-view.ts';
import { ChannelTable } from './ChannelTable.tsx';
import { CountTable } from './CountTable.tsx';
import { Fold } from './Fold.tsx';
import { ResponseRate } from './ResponseRate.tsx';
import { SetAsideTable } from './SetAsideTable.tsx';
import { SlipFigure } from './SlipFigure.tsx';
import type { StaffPageProps } from './StaffDocument.tsx';
import { summariseChanges, WeekChange } from './WeekChange.tsx';
import { WeekPraise } from './WeekPraise.tsx';

export interface WeekDetailsProps extends Pick<StaffPageProps, 'signedIn'> {
  readonly week: { readonly report: ReportView };
  readonly before: ReportView | null;
  readonly changes: readonly ChangeView[];
  /** Ticked reasons with their number of ballots; suppressed ones are left out. */
  readonly chips: readonly { readonly item: string; readonly text: string; readonly n: number }[];
  readonly itemNames: Readonly<Record<string, string>>;
}

/** Collapsible details of the week, each with its result in the summary. */
export function WeekDetails(props: WeekDetailsProps) {
  const { report } = props.week;
  const { before, chips, itemNames, changes } = props;
  const { total } = report.set_aside;
  const mostChips = sayMost(chips.map(({ text, n }) => ({ name: text, n })));
  const mostChannels = sayMost(
    report.channels.flatMap(({ channel, counted, suppressed }) =>
      suppressed || counted === null || channel === 'not-separated'
        ? []
        : [{ name: words.channels.names[channel] ?? channel, n: counted }],
    ),
  );
  return (
    <>
      <Fold
        id="change"
        heading={words.week.change}
        said={summariseChanges({ report, before, changes, itemNames })}
      >
        <WeekChange report={report} before={before} changes={changes} itemNames={itemNames} />
        <WeekPraise report={report} changes={changes} itemNames={itemNames} />
      </Fold>
      {mostChips === null ? null : (
        <Fold id="chips" heading={words.week.chips} said={mostChips}>
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
        </Fold>
      )}
      {report.channels.length === 0 ? null : (
        <Fold
          id="channels"
          heading={words.channels.heading}
          said={mostChannels ?? words.channels.names['not-separated'] ?? ''}
        >
          <ChannelTable report={report} words={words} />
        </Fold>
      )}
      <Fold
        id="set-aside"
        heading={words.setAside.heading}
        said={
          total === 0 ? words.setAside.none : total === null ? words.noFigures : words.headline.ballots(total)
        }
      >
        <SlipFigure id="beside" slips={report.single_use} level={3} words={words} />
        <ResponseRate report={report} words={words} pages={props.signedIn?.pages ?? []} />
        <SetAsideTable report={report} words={words} />
        <AnsweredMore report={report} />
      </Fold>
    </>
  );
}

function sayMost(rows: readonly { readonly name: string; readonly n: number }[]): string | null {
  const [first] = [...rows].sort((a, b) => b.n - a.n);
  return first === undefined ? null : weeksVi.most(first.name, first.n);
}

/** Shows the office whether a submit button right after the first question reduces answers to the others. */
function AnsweredMore({ report }: { readonly report: ReportView }) {
  const more = answeredMore(report.questions);
  return more === null ? null : <p class="soft">{weeksVi.answeredMore(more.least, more.all)}</p>;
}
