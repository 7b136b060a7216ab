import { AlertList } from '../components/AlertList.tsx';
import { CounterTable, counterMinimum } from '../components/CounterTable.tsx';
import { renderDocument } from '../components/Document.tsx';
import { FileLinks } from '../components/FileLinks.tsx';
import { Headline } from '../components/Headline.tsx';
import { LevelBars, questionsBase } from '../components/LevelBars.tsx';
import { PeriodWithoutSurvey, timeOf } from '../components/PeriodWithoutSurvey.tsx';
import { SealNote } from '../components/SealNote.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { TrendCard } from '../components/TrendChart.tsx';
import { WeekDetails, type WeekDetailsProps } from '../components/WeekDetails.tsx';
import { HandOverButtons, WeekLine } from '../components/WeekLine.tsx';
import { WeekToolbar, type WeekToolbarProps } from '../components/WeekToolbar.tsx';
import { WhereAndWhat } from '../components/WhereAndWhat.tsx';
import { formatSpan } from '../formatting/dates.ts';
import { leadOf } from '../formatting/headline-sentences.ts';
import { codesBelowTarget } from '../formatting/low-counters.ts';
import { formatCount } from '../formatting/numbers.ts';
import { formatPeriod } from '../formatting/periods.ts';
import { alertsVi } from '../messages/alerts.vi.ts';
import { filesVi as files } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import { weeksVi as weekWords } from '../messages/weeks.vi.ts';
import type { LeaderView, PeriodSeal } from '../types/leader-view.ts';
import type { EarlierView, ReportView, TrendPoint } from '../types/report-view.ts';

export interface WeekPageProps
  extends StaffPageProps,
    Omit<WeekToolbarProps, 'selected'>,
    Omit<WeekDetailsProps, 'week'>,
    Pick<LeaderView, 'lowCounters' | 'fixFirst' | 'topReason'> {
  /** Seal of the last sealed day of the week, for print; null: no day is sealed. */
  readonly seal: PeriodSeal | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly openedOn: string;
  /** Of the whole unit, or of the selected counter. */
  readonly week: {
    readonly report: ReportView;
  };
  /** The week that is not over; null unless `week` is the last finished one. */
  readonly since: { readonly report: ReportView } | null;
  /** Link to the last four weeks, for a week with too few ballots; null: the page shows them already. */
  readonly fourWeeksHref: string | null;
  readonly closedCounters: readonly string[];
  /** Weeks up to the one shown, oldest first; empty if a counter is selected. */
  readonly trend: readonly TrendPoint[];
  readonly comments: {
    readonly unread: number;
    readonly latest: readonly { readonly text: string; readonly counterName: string }[];
  };
}

const selectedCounter = ({ counters }: Pick<WeekPageProps, 'counters'>) =>
  counters.find(({ selected }) => selected);

/** `/can-bo`: figure, questions, counters and comments of a week, and earlier weeks. */
export function renderWeekPage(props: WeekPageProps): string {
  const { report } = props.week;
  const counterNames = Object.fromEntries(props.counters.map(({ code, name }) => [code, name]));
  const time = timeOf(report.period, props.today, props.openedOn);
  return renderDocument(
    <StaffDocument
      {...props}
      title={words.week.title}
      marker="week"
      words={words}
      current="week"
      refreshEvery={60}
    >
      <div class="sheet">
        <h1 class="paper-only">{formatPeriod(report.period, words)}</h1>
        <p class="counter-shown paper-only">
          {words.week.counter}: <strong>{selectedCounter(props)?.name ?? words.week.allCounters}</strong>
        </p>
        <WeekToolbar {...props} selected={report.period.id}>
          {report.ballots.received === 0 ? null : <HandOverButtons />}
        </WeekToolbar>
        {time === 'surveyed' ? (
          <WeekSections {...props} />
        ) : (
          <PeriodWithoutSurvey
            period={report.period}
            time={time}
            openedOn={props.openedOn}
            words={weekWords}
          />
        )}
        {report.alerts.length === 0 ? null : (
          <section class="card card-alert" aria-labelledby="alerts">
            <h2 id="alerts">{alertsVi.heading}</h2>
            <AlertList alerts={report.alerts} counterNames={counterNames} words={words} />
          </section>
        )}
        <div class="folds screen-only">
          {time !== 'surveyed' || leadOf(report) === 'none' ? null : <WeekDetails {...props} />}
          {report.ballots.received === 0 ? null : (
            <WeekLine {...props} report={report} counterName={selectedCounter(props)?.name ?? null}>
              {props.weeks.some(({ id }) => id === report.period.id) ? <WeekFiles {...props} /> : null}
            </WeekLine>
          )}
        </div>
        {props.since === null ? null : <Since report={props.since.report} counterNames={counterNames} />}
        <SealNote
          seal={props.seal}
          isLinked={props.signedIn?.pages.includes('/lanh-dao/niem-phong') ?? false}
        />
        <p class="soft">{words.status.notSipas}</p>
      </div>
    </StaffDocument>,
  );
}

/** Headline and questions, next to counters, comments and weeks; the rest is collapsed. */
function WeekSections(props: WeekPageProps) {
  const { report } = props.week;
  const { itemNames, comments, trend } = props;
  const isOneCounter = selectedCounter(props) !== undefined;
  if (report.ballots.received === 0 && !isOneCounter) return <EmptyWeek />;
  const isRunning = report.period.from <= props.today && props.today <= report.period.to;
  const isQuiet = leadOf(report) === 'none';
  return (
    <>
      {isRunning ? <p class="soft">{weekWords.running}</p> : null}
      <div class="columns">
        <div class="column">
          {isQuiet ? (
            <QuietWeek {...props} />
          ) : (
            <Headline report={report} before={beforeOf(props)} words={words}>
              {isOneCounter ? null : <WhereAndWhat {...props} report={report} />}
            </Headline>
          )}
          {isQuiet || report.questions.length === 0 ? null : (
            <section class="card" aria-labelledby="questions-title">
              <h2 id="questions-title">
                {words.questions.heading} <small>{questionsBase(report.questions, words)}</small>
              </h2>
              <div id="questions">
                <LevelBars
                  questions={report.questions}
                  itemNames={itemNames}
                  target={report.indicator.target?.percent ?? null}
                  minimum={counterMinimum(report)}
                  words={words}
                />
              </div>
            </section>
          )}
        </div>
        <div class="column">
          {isOneCounter || report.counters.length === 0 ? null : (
            <section class="card" aria-labelledby="counters-title">
              <h2 id="counters-title">{words.counters.heading}</h2>
              <div id="counters">
                <CounterTable
                  report={report}
                  low={codesBelowTarget(props.lowCounters)}
                  closed={props.closedCounters}
                  words={words}
                />
              </div>
            </section>
          )}
          {comments.unread === 0 || !props.signedIn?.pages.includes('/can-bo/gop-y') ? null : (
            <section class="card" aria-labelledby="unread">
              <h2 id="unread">
                {weekWords.comments.heading} <small>{formatCount(comments.unread, 'vi')}</small>
              </h2>
              <ul class="unread">
                {comments.latest.map(({ text, counterName }) => (
                  <li key={text}>
                    <q>{text}</q> <span class="soft">{counterName}</span>
                  </li>
                ))}
              </ul>
              <p class="screen-only">
                <a href="/can-bo/gop-y">{weekWords.comments.read(comments.unread)}</a>
              </p>
            </section>
          )}
          {trend.length === 0 ? null : <TrendCard points={trend} report={report} words={words} />}
        </div>
      </div>
    </>
  );
}

/** The previous week with the difference; null: none, or not compared. */
function beforeOf({ before, changes }: WeekPageProps): EarlierView | null {
  const change = changes.find(({ id }) => id === 'overall');
  return before === null || change === undefined ? null : { report: before, change };
}

function EmptyWeek() {
  return (
    <section class="verdict verdict-none" aria-labelledby="verdict">
      <h2 id="verdict">{words.week.emptyHeading}</h2>
      <p>{words.week.emptyText}</p>
      <p class="screen-only">
        <a href="/can-bo/ma-qr">{words.week.emptyLink}</a>
      </p>
    </section>
  );
}

/** For a week with too few ballots: one sentence, and a link to the last four weeks. */
function QuietWeek({ week, fourWeeksHref }: WeekPageProps) {
  return (
    <section class="card" aria-labelledby="verdict">
      <h2 id="verdict">{words.tooFewShown}</h2>
      <p>{fourWeeksHref === null ? weekWords.quiet.fourWeeks : weekWords.quiet.week}</p>
      <p>{words.received(week.report.ballots.received)}</p>
      {fourWeeksHref === null ? null : (
        <p class="screen-only">
          <a class="button" href={fourWeeksHref}>
            {weekWords.quiet.offer}
          </a>
        </p>
      )}
    </section>
  );
}

function WeekFiles({ week, counters }: Pick<WeekPageProps, 'week' | 'counters'>) {
  const selected = selectedCounter({ counters });
  const query = new URLSearchParams({
    tuan: week.report.period.id,
    ...(selected ? { quay: selected.code } : {}),
  });
  return (
    <FileLinks
      links={[
        { href: `/can-bo/tuan.xlsx?${query}`, text: files.workbook },
        { href: `/can-bo/tuan.csv?${query}`, text: files.csv },
      ]}
    />
  );
}

function Since({
  report,
  counterNames,
}: {
  readonly report: ReportView;
  readonly counterNames: Readonly<Record<string, string>>;
}) {
  const span = formatSpan(report.period.from, report.period.to, 'vi');
  const { received } = report.ballots;
  return (
    <section aria-label={words.week.since}>
      <p class="soft">{received === 0 ? words.week.sinceNone(span) : words.week.sinceText(received, span)}</p>
      {report.alerts.length === 0 ? null : (
        <AlertList alerts={report.alerts} counterNames={counterNames} words={words} />
      )}
    </section>
  );
}
