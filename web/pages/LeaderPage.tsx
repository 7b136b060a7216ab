import { AlertList } from '../components/AlertList.tsx';
import { CounterChanges } from '../components/CounterChanges.tsx';
import { CounterTable } from '../components/CounterTable.tsx';
import { renderDocument } from '../components/Document.tsx';
import { FixFirstList } from '../components/FixFirstList.tsx';
import { HandOver } from '../components/HandOver.tsx';
import { LeaderFiles } from '../components/LeaderFiles.tsx';
import { OtherFigures } from '../components/OtherFigures.tsx';
import { DetailNote, PendingNote } from '../components/PendingNote.tsx';
import { PeriodCalendar } from '../components/PeriodCalendar.tsx';
import { PeriodComparison } from '../components/PeriodComparison.tsx';
import { PeriodWarning } from '../components/PeriodWarning.tsx';
import { PeriodWithoutSurvey, timeOf } from '../components/PeriodWithoutSurvey.tsx';
import { RecentPeriods } from '../components/RecentPeriods.tsx';
import { ResponseRate } from '../components/ResponseRate.tsx';
import { SealNote } from '../components/SealNote.tsx';
import { SipasLine } from '../components/SipasLine.tsx';
import { SlipFigure } from '../components/SlipFigure.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { TrendSection } from '../components/TrendSection.tsx';
import { VerdictCard } from '../components/VerdictCard.tsx';
import { formatCount } from '../formatting/numbers.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { sayVerdict } from '../formatting/verdict-sentences.ts';
import { alertsVi as alertWords } from '../messages/alerts.vi.ts';
import { leaderVi as leaderWords } from '../messages/leader.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { JudgedReport, LeaderView } from '../types/leader-view.ts';
import type { PeriodName } from '../types/report-view.ts';
import type { StaffPageName } from '../types/signed-in.ts';

export interface LeaderPageProps extends StaffPageProps, LeaderView {}

/** Kinds whose previous period is the one a year ago. */
const ONCE_A_YEAR: readonly string[] = ['year', 'report-year', 'report-9m'];

/** `/lanh-dao`: the verdict for a leader at a glance, the details below. */
export function renderLeaderPage(props: LeaderPageProps): string {
  const { current, options, running, lastWeek, fourWeeks, yearToDate } = props;
  const { period } = current.report;
  const time = timeOf(period, props.now.day, props.openedOn);
  return renderDocument(
    <StaffDocument
      assets={props.assets}
      demo={props.demo}
      unitName={props.unitName}
      {...(props.signedIn ? { signedIn: props.signedIn } : {})}
      title={words.leader.heading}
      marker="leader"
      words={words}
      current="leader"
      refreshEvery={60}
    >
      <div class="leader">
        {time === 'surveyed' ? (
          <FirstScreen {...props} />
        ) : (
          <>
            <PageTitle period={period} hasPicker={options.periods.length > 0} />
            <PeriodWithoutSurvey period={period} time={time} openedOn={props.openedOn} words={leaderWords} />
          </>
        )}
        {time === 'surveyed' ? <PeriodSections {...props} /> : null}
        <section aria-labelledby="recent">
          <h2 id="recent">{leaderWords.recent.heading}</h2>
          <RecentPeriods
            periods={[
              { name: 'running', report: running.report },
              { name: 'last-week', report: lastWeek.report },
              { name: 'four-weeks', report: fourWeeks.report },
              { name: 'year-to-date', report: yearToDate.report },
            ]}
          />
        </section>
        <TrendSection points={props.trend} target={running.report.indicator.target?.percent ?? null} />
        {time === 'surveyed' ? (
          <OtherFigures report={current.report} meanScore={props.meanScore} itemNames={props.itemNames} />
        ) : null}
        <SealNote seal={props.seal} isLinked />
        <LeaderFiles report={current.report} />
        {options.periods.length === 0 ? null : (
          <section class="screen-only" aria-labelledby="picker">
            <h2 id="picker">{leaderWords.calendar.heading}</h2>
            <PeriodCalendar path="/lanh-dao" periods={options.periods} selected={period.id} />
          </section>
        )}
      </div>
    </StaffDocument>,
  );
}

function PageTitle({ period, hasPicker }: { readonly period: PeriodName; readonly hasPicker: boolean }) {
  return (
    <div class="page-head">
      <h1 class="page-title">{words.leader.heading}</h1>
      <p class="page-period">{formatPeriodWithDays(period, words)}</p>
      {hasPicker ? (
        <a class="page-link screen-only" href="#picker">
          {leaderWords.calendar.link}
        </a>
      ) : null}
    </div>
  );
}

/** Fits the first screen of a phone. */
function FirstScreen(props: LeaderPageProps) {
  const { current, fixFirst, itemNames, now } = props;
  const { report } = current;
  return (
    <div class="first-screen">
      <PageTitle period={report.period} hasPicker={props.options.periods.length > 0} />
      <VerdictCard
        report={report}
        verdict={current.verdict}
        fixFirst={fixFirst[0] ?? null}
        itemNames={itemNames}
        today={now.day}
      />
      <PeriodWarning report={report} today={now.day} />
      <PendingNote report={report} words={words} />
      <DetailNote report={report} words={words} />
      <SlipFigure id="beside" slips={current.report.single_use} level={2} words={words} />
      {report.alerts.length === 0 ? null : (
        <p class="note">
          <a href="#alerts">{alertWords.link(formatCount(report.alerts.length, 'vi'))}</a>
        </p>
      )}
      <p class="note">{words.status.notSipas}</p>
      <SipasLine sipas={props.sipas} />
      <p class="soft screen-only">{leaderWords.print}</p>
    </div>
  );
}

function PeriodSections(props: LeaderPageProps) {
  const { report } = props.current;
  const names = new Map(report.counters.map(({ code, name }) => [code, name]));
  return (
    <>
      <HandOver {...props} fixFirst={props.fixFirst[0] ?? null} />
      <Explanation {...props.current} pages={props.signedIn?.pages ?? []} />
      <section aria-labelledby="alerts">
        <h2 id="alerts">{alertWords.heading}</h2>
        <AlertList alerts={report.alerts} counterNames={Object.fromEntries(names)} words={words} />
      </section>
      <section aria-labelledby="comparison">
        <h2 id="comparison">{leaderWords.comparison.heading}</h2>
        <PeriodComparison
          before={props.before}
          yearBefore={props.yearBefore}
          isOnceAYear={ONCE_A_YEAR.includes(report.period.kind)}
        />
      </section>
      {props.fixFirst.length === 0 ? null : (
        <section aria-labelledby="fix-first">
          <h2 id="fix-first">{leaderWords.fixFirst.heading}</h2>
          <FixFirstList items={props.fixFirst} itemNames={props.itemNames} />
        </section>
      )}
      {report.counters.length === 0 ? null : (
        <section aria-labelledby="counters">
          <h2 id="counters">{words.counters.heading}</h2>
          {props.before === null ? null : (
            <CounterChanges changes={props.counterChanges} names={names} minimum={props.counterMinimum} />
          )}
          <CounterTable report={report} words={words} />
        </section>
      )}
    </>
  );
}

function Explanation({
  report,
  verdict,
  pages,
}: JudgedReport & { readonly pages: readonly StaffPageName[] }) {
  const { more, rest } = sayVerdict(report, verdict, words);
  const received = report.ballots.received === 0 ? null : words.received(report.ballots.received);
  const facts = [rest, ...more, received].filter((fact) => fact !== null);
  const response = <ResponseRate report={report} words={words} pages={pages} />;
  if (facts.length === 0) return response;
  return (
    <section aria-labelledby="explain">
      <h2 id="explain">{words.leader.explain}</h2>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {response}
    </section>
  );
}
