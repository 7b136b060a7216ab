import { codesBelowTarget, sayNoneLow, splitLow } from '../formatting/low-counters.ts';
import { formatPercent, formatShare } from '../formatting/numbers.ts';
import { leaderVi as leaderWords } from '../messages/leader.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { LeaderView } from '../types/leader-view.ts';
import type { ReportView } from '../types/report-view.ts';
import { CounterChanges } from './CounterChanges.tsx';
import { CounterTable, counterMinimum } from './CounterTable.tsx';
import { FixFirstList } from './FixFirstList.tsx';
import { Fold } from './Fold.tsx';
import { LeaderFiles } from './LeaderFiles.tsx';
import { LevelBars } from './LevelBars.tsx';
import { OtherFigures } from './OtherFigures.tsx';
import { PeriodCalendar } from './PeriodCalendar.tsx';
import { PeriodComparison } from './PeriodComparison.tsx';
import { RespondentTable } from './RespondentTable.tsx';
import { ResponseRate } from './ResponseRate.tsx';
import { SetAsideTable } from './SetAsideTable.tsx';
import { SlipFigure } from './SlipFigure.tsx';
import type { StaffPageProps } from './StaffDocument.tsx';

interface LeaderFoldsProps extends LeaderView, Pick<StaffPageProps, 'signedIn'> {
  /** False for a period in the future or before the unit's first day: it has no figures. */
  readonly isSurveyed: boolean;
}

/** The previous period of these kinds is a year earlier. */
const ONCE_A_YEAR: readonly string[] = ['year', 'report-year', 'report-9m'];

/** Collapsible details of the figure: counters, questions, respondents, trust, files. */
export function LeaderFolds({ isSurveyed, ...props }: LeaderFoldsProps) {
  const { report } = props.current;
  const { folds } = leaderWords;
  const names = new Map(report.counters.map(({ code, name }) => [code, name]));
  return (
    <div class="folds">
      {!isSurveyed ? null : (
        <>
          <Fold id="counters" heading={folds.counters} said={sayCounters(props)}>
            {props.before === null ? null : (
              <CounterChanges changes={props.counterChanges} names={names} minimum={props.counterMinimum} />
            )}
            <CounterTable
              report={report}
              low={codesBelowTarget(props.lowCounters)}
              closed={props.closedCounters}
              words={words}
            />
          </Fold>
          <Fold id="questions" heading={folds.questions} said={sayWorst(props)}>
            <FixFirstList items={props.fixFirst} itemNames={props.itemNames} />
            <h3>{leaderWords.folds.all}</h3>
            <LevelBars
              questions={report.questions}
              itemNames={props.itemNames}
              target={report.indicator.target?.percent ?? null}
              minimum={counterMinimum(report)}
              words={words}
            />
          </Fold>
          <Fold
            id="respondents"
            heading={words.respondents.heading}
            said={sayRespondents(report, props.itemNames)}
          >
            {(report.respondents ?? []).length === 0 ? (
              <p>{folds.notSeparated}</p>
            ) : (
              (['respondents', 'fields'] as const).map((dimension) => (
                <RespondentTable
                  key={dimension}
                  {...{ report, dimension, words }}
                  itemNames={props.itemNames}
                />
              ))
            )}
          </Fold>
          <Fold
            id="trust"
            heading={folds.trust}
            said={
              report.response_rate_percent === null
                ? folds.unknown
                : folds.answered(formatPercent(report.response_rate_percent, null, 'vi'))
            }
          >
            <ResponseRate report={report} words={words} pages={props.signedIn?.pages ?? []} />
            <SlipFigure id="beside" slips={report.single_use} level={3} words={words} />
            <h3>{words.setAside.heading}</h3>
            <SetAsideTable report={report} words={words} />
            <OtherFigures report={report} meanScore={props.meanScore} itemNames={props.itemNames} />
          </Fold>
        </>
      )}
      <Fold id="files-fold" heading={folds.files} said={folds.filesSaid}>
        {isSurveyed ? (
          <PeriodComparison
            before={props.before}
            yearBefore={props.yearBefore}
            isOnceAYear={ONCE_A_YEAR.includes(report.period.kind)}
          />
        ) : null}
        <LeaderFiles report={report} />
        {props.options.periods.length === 0 ? null : (
          <section class="screen-only" aria-labelledby="picker">
            <h2 id="picker">{leaderWords.calendar.heading}</h2>
            <PeriodCalendar path="/lanh-dao" periods={props.options.periods} selected={report.period.id} />
          </section>
        )}
      </Fold>
    </div>
  );
}

function sayCounters({ current, lowCounters }: LeaderView): string {
  if (lowCounters.length === 0) return sayNoneLow(current.report);
  const { low, fallen } = splitLow(lowCounters);
  const { folds } = leaderWords;
  const namesOf = (counters: typeof low) => counters.map(({ name }) => name).join('; ');
  return [
    low.length === 0 ? [] : folds.lowCounters(namesOf(low)),
    fallen.length === 0 ? [] : folds.fallenCounters(namesOf(fallen)),
  ]
    .flat()
    .join('. ');
}

/** The question that the headline names, and not the one with the lowest share of all ballots. */
const sayWorst = ({ fixFirst: [first], itemNames }: LeaderView): string =>
  first === undefined
    ? leaderWords.folds.all
    : leaderWords.folds.fixFirst(itemNames[first.item] ?? first.item);

function sayRespondents(report: ReportView, itemNames: Readonly<Record<string, string>>): string {
  const shown = (report.respondents ?? []).filter(
    ({ kind, denominator }) => kind !== 'not-separated' && kind !== 'not-said' && denominator > 0,
  );
  if (shown.length === 0) return leaderWords.folds.notSeparated;
  const enough = shown.filter(({ denominator }) => denominator >= counterMinimum(report));
  return (enough.length === 0 ? shown : enough)
    .map(({ kind, numerator, denominator }) =>
      [
        itemNames[`kind.${kind}`] ?? kind,
        enough.length === 0
          ? leaderWords.where.few(numerator, denominator)
          : formatShare(numerator, denominator, report.indicator.target?.percent ?? null, 'vi'),
      ].join(' '),
    )
    .join(' · ');
}
