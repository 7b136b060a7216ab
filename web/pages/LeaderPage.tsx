import { AlertList } from '../components/AlertList.tsx';
import { renderDocument } from '../components/Document.tsx';
import { HandOver } from '../components/HandOver.tsx';
import { Headline } from '../components/Headline.tsx';
import { LeaderFolds } from '../components/LeaderFolds.tsx';
import { PeriodWarning } from '../components/PeriodWarning.tsx';
import { PeriodWithoutSurvey, timeOf } from '../components/PeriodWithoutSurvey.tsx';
import { SealNote } from '../components/SealNote.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { ThreeFigures } from '../components/ThreeFigures.tsx';
import { TrendCard } from '../components/TrendChart.tsx';
import { WhereAndWhat } from '../components/WhereAndWhat.tsx';
import { YearStrip } from '../components/YearStrip.tsx';
import { formatDayOfYear, formatSpan, lastDayBefore } from '../formatting/dates.ts';
import { leadOf, shortPeriodName } from '../formatting/headline-sentences.ts';
import { sayDaysLeft } from '../formatting/status-sentences.ts';
import { alertsVi as alertWords } from '../messages/alerts.vi.ts';
import { leaderVi as leaderWords } from '../messages/leader.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { LeaderView } from '../types/leader-view.ts';
import type { ReportView } from '../types/report-view.ts';

export interface LeaderPageProps extends StaffPageProps, LeaderView {}

/** `/lanh-dao`: verdict, low counters, question to improve, earlier periods; details are collapsed. */
export function renderLeaderPage(props: LeaderPageProps): string {
  const { current, trend } = props;
  const { report } = current;
  const time = timeOf(report.period, props.now.day, props.openedOn);
  return renderDocument(
    <StaffDocument
      {...props}
      title={words.leader.heading}
      marker="leader"
      words={words}
      current="leader"
      refreshEvery={60}
    >
      <div class="leader">
        <PageTitle report={report} today={props.now.day} />
        <div class="columns">
          <div class="column">
            {time === 'surveyed' ? (
              <FirstCards {...props} />
            ) : (
              <PeriodWithoutSurvey
                period={report.period}
                time={time}
                openedOn={props.openedOn}
                words={leaderWords}
              />
            )}
          </div>
          <div class="column">
            <nav class="card screen-only" aria-labelledby="year">
              <h2 id="year">
                {leaderWords.year.heading(props.year.year)} <small>{leaderWords.year.note}</small>
              </h2>
              <YearStrip year={props.year} selected={report.period.id} />
              <WholeYears year={props.year.year} />
            </nav>
            <TrendCard points={trend} report={report} words={words} />
          </div>
        </div>
        <LeaderFolds {...props} isSurveyed={time === 'surveyed'} />
        <ThreeFigures report={report} />
        <SealNote seal={props.seal} isLinked />
      </div>
    </StaffDocument>,
  );
}

function PageTitle({ report, today }: { readonly report: ReportView; readonly today: string }) {
  const { period } = report;
  const name = shortPeriodName(period, words);
  const span = formatSpan(period.from, period.to, 'vi');
  const lastDay = formatDayOfYear(lastDayBefore(report.as_of), 'vi');
  const left = sayDaysLeft(report, today);
  return (
    <div class="page-head">
      <h1 class="page-title">{name}</h1>
      <p class="page-period">
        {name.includes(span) ? null : <span>{span} </span>}
        <strong>
          {period.closed_at === null
            ? leaderWords.title.running(lastDay, left === null ? '' : `, ${left}`)
            : leaderWords.title.closed}
        </strong>
      </p>
    </div>
  );
}

function FirstCards(props: LeaderPageProps) {
  const { current, now } = props;
  const { report } = current;
  const lead = leadOf(report);
  return (
    <>
      <Headline report={report} before={props.before} words={words}>
        {lead === 'none' ? (
          <Empty />
        ) : (
          <WhereAndWhat {...props} report={report}>
            <dt>{leaderWords.comments.label}</dt>
            <dd>
              <Comments {...props.comments} />
              {props.signedIn && !props.signedIn.isRemembered ? (
                <span class="screen-only">
                  {' · '}
                  <a href="/lanh-dao/viec-da-sua">{leaderWords.comments.improvements}</a>
                </span>
              ) : null}
            </dd>
            {report.alerts.length === 0 ? null : (
              <>
                <dt>{leaderWords.alerts}</dt>
                <dd>
                  <a href="#alerts">{alertWords.link(String(report.alerts.length))}</a>
                </dd>
              </>
            )}
          </WhereAndWhat>
        )}
      </Headline>
      <PeriodWarning report={report} today={now.day} />
      {report.alerts.length === 0 ? null : (
        <section class="card card-alert" aria-labelledby="alerts">
          <h2 id="alerts">{alertWords.heading}</h2>
          <AlertList
            alerts={report.alerts}
            counterNames={Object.fromEntries(report.counters.map(({ code, name }) => [code, name]))}
            words={words}
          />
        </section>
      )}
      <HandOver {...props} fixFirst={props.fixFirst[0] ?? null} />
    </>
  );
}

const Empty = () => (
  <>
    <p>{leaderWords.empty.text}</p>
    <p class="screen-only">
      <a class="button button-main" href="/can-bo/ma-qr">
        {leaderWords.empty.posters}
      </a>
    </p>
  </>
);

function Comments({ unread, total }: LeaderView['comments']) {
  if (total === 0) return <>{leaderWords.comments.none}</>;
  if (unread === 0) return <>{leaderWords.comments.read(total)}</>;
  return <a href="/can-bo/gop-y">{leaderWords.comments.unread(unread)}</a>;
}

const WholeYears = ({ year }: { readonly year: string }) => (
  <p class="year-others">
    <a href={`/lanh-dao?ky=BC-${year}`}>{leaderWords.year.whole}</a>{' '}
    <a href={`/lanh-dao?ky=BC-${year}-H1`}>{leaderWords.year.firstHalf}</a>{' '}
    <a href={`/lanh-dao?ky=BC-${year}-9M`}>{leaderWords.year.nineMonths}</a>{' '}
    <a href="#picker">{leaderWords.year.others}</a>
  </p>
);
