import { AlertList } from '../components/AlertList.tsx';
import { BesideFigure } from '../components/BesideFigure.tsx';
import { renderDocument } from '../components/Document.tsx';
import { FactorTable } from '../components/FactorTable.tsx';
import { HandOver } from '../components/HandOver.tsx';
import { LeaderFiles } from '../components/LeaderFiles.tsx';
import { DetailNote, PendingNote } from '../components/PendingNote.tsx';
import { PeriodPicker } from '../components/PeriodPicker.tsx';
import { ResponseRate } from '../components/ResponseRate.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import type { StaffPageName } from '../components/StaffNavigation.tsx';
import { SuggestedShare } from '../components/SuggestedShare.tsx';
import { TrendChart } from '../components/TrendChart.tsx';
import { VerdictCard } from '../components/VerdictCard.tsx';
import { VerdictSummary } from '../components/VerdictSummary.tsx';
import { formatDay } from '../formatting/dates.ts';
import { formatCount } from '../formatting/numbers.ts';
import { formatPeriodWithDays, type PeriodName } from '../formatting/periods.ts';
import { sayVerdict } from '../formatting/verdict-sentences.ts';
import { alertMessages } from '../messages/alerts.ts';
import { sealMessages } from '../messages/seals.ts';
import { staffMessages } from '../messages/staff.ts';
import { suggestionMessages } from '../messages/suggestion.ts';
import type { BesideView, FixFirstView, ReportView, TrendPoint, VerdictView } from './report-view.ts';

/** A period's figures with what its verdict's sentences need. */
export interface JudgedReport {
  readonly report: ReportView;
  readonly verdict: VerdictView;
  /** What stands beside the headline; left out or null: nothing. */
  readonly beside?: BesideView | null;
}

export interface LeaderPageProps extends StaffPageProps {
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly now: { readonly day: string };
  /** The chosen period. */
  readonly current: JudgedReport;
  /** Named periods to choose from, in the order shown; those of a kind next to each other. */
  readonly options: { readonly periods: readonly PeriodName[] };
  /** The last finished week. */
  readonly lastWeek: JudgedReport;
  /** A free range of the last 28 days. */
  readonly fourWeeks: JudgedReport;
  /** The last weeks in order of time. */
  readonly trend: readonly TrendPoint[];
  readonly fixFirst: FixFirstView | null;
  /** Of the period's last sealed day: eight letters, for paper; null where none is sealed. */
  readonly seal: { readonly day: string; readonly short: string } | null;
  /** Questions in words by id. */
  readonly itemNames: Readonly<Record<string, string>>;
}

const words = staffMessages('vi');
const seals = sealMessages('vi');
const alertWords = alertMessages('vi');

/** `/lanh-dao`: ten seconds for a leader, and below them what the figure means. */
export function renderLeaderPage(props: LeaderPageProps): string {
  const { current, options, lastWeek, fourWeeks, trend, fixFirst, itemNames } = props;
  const { report } = current;
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
      <div class="first-screen">
        <h1 class="page-title">
          {words.leader.heading}
          <span class="page-period">{formatPeriodWithDays(report.period, words)}</span>
        </h1>
        <VerdictCard {...current} fixFirst={fixFirst} itemNames={itemNames} words={words} />
        <PendingNote report={report} words={words} />
        <DetailNote report={report} words={words} />
        <BesideFigure id="beside" beside={current.beside} level={2} locale="vi" />
        {report.alerts.length === 0 ? null : (
          <p class="note">
            <a href="#alerts">{alertWords.link(formatCount(report.alerts.length, 'vi'))}</a>
          </p>
        )}
        <p class="note">{words.status.notSipas}</p>
      </div>
      <HandOver {...props} words={words} />
      <Explanation {...current} pages={props.signedIn?.pages ?? []} />
      <section aria-labelledby="alerts">
        <h2 id="alerts">{alertWords.heading}</h2>
        <AlertList
          alerts={report.alerts}
          counterNames={Object.fromEntries(report.counters.map(({ code, name }) => [code, name]))}
          locale="vi"
        />
      </section>
      <section aria-labelledby="factors">
        <h2 id="factors">{words.factors.heading}</h2>
        <FactorTable report={report} itemNames={itemNames} words={words} />
      </section>
      {report.suggested ? (
        <section aria-labelledby="suggested">
          <h2 id="suggested">{suggestionMessages('vi').share.heading}</h2>
          <SuggestedShare suggested={report.suggested} locale="vi" />
        </section>
      ) : null}
      <section aria-labelledby="trend">
        <h2 id="trend">{words.trend.heading(trend.length)}</h2>
        <TrendChart points={trend} target={report.indicator.target?.percent ?? null} words={words} />
      </section>
      <section aria-labelledby="recent">
        <h2 id="recent">{words.leader.recent}</h2>
        <div class="columns">
          <Recent id="last-week" name={words.leader.lastWeek} {...lastWeek} />
          <Recent id="four-weeks" name={words.leader.fourWeeks} {...fourWeeks} />
        </div>
      </section>
      {props.seal === null ? null : <SealNote {...props.seal} />}
      <LeaderFiles report={report} />
      <section class="screen-only" aria-labelledby="picker">
        <h2 id="picker">{words.picker.heading}</h2>
        <PeriodPicker
          action="/lanh-dao"
          periods={options.periods}
          selected={report.period.id}
          words={words}
        />
      </section>
    </StaffDocument>,
  );
}

/** How sure the figure is and who answered; nothing where there is nothing to say. */
function Explanation({
  report,
  verdict,
  pages,
}: JudgedReport & { readonly pages: readonly StaffPageName[] }) {
  const { more, rest } = sayVerdict(report, verdict, words);
  const received = report.ballots.received === 0 ? null : words.status.received(report.ballots.received);
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

/** On paper the seal lies in many hands; on the screen it leads to those of all days. */
function SealNote({ day, short }: { readonly day: string; readonly short: string }) {
  return (
    <p class="note">
      {seals.ofPeriod(formatDay(day, 'vi'))} <strong class="seal">{short}</strong>{' '}
      <a class="screen-only" href="/lanh-dao/niem-phong">
        {seals.allDays}
      </a>
    </p>
  );
}

function Recent({
  id,
  name,
  report,
  verdict,
}: JudgedReport & { readonly id: string; readonly name: string }) {
  return (
    <div>
      <p class="recent-name">
        <strong>{name}</strong> {formatPeriodWithDays(report.period, words)}
      </p>
      <VerdictSummary id={id} report={report} verdict={verdict} level={3} words={words} />
    </div>
  );
}
