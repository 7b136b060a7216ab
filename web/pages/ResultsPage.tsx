import { AlertList } from '../components/AlertList.tsx';
import { ChannelTable } from '../components/ChannelTable.tsx';
import { CounterTable } from '../components/CounterTable.tsx';
import { CountingRules, type CountingRulesView } from '../components/CountingRules.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { FactorTable } from '../components/FactorTable.tsx';
import { Headline } from '../components/Headline.tsx';
import { LanguageLink } from '../components/LanguageLink.tsx';
import { LatestSeal, type SealView } from '../components/LatestSeal.tsx';
import { LevelBars } from '../components/LevelBars.tsx';
import { PeriodPicker } from '../components/PeriodPicker.tsx';
import { PhoneNumber } from '../components/PhoneNumber.tsx';
import { PublicEvents, type PublicEventView } from '../components/PublicEvents.tsx';
import { QuietDays } from '../components/QuietDays.tsx';
import { Reliability } from '../components/Reliability.tsx';
import { ResponseRate } from '../components/ResponseRate.tsx';
import { SetAsideTable } from '../components/SetAsideTable.tsx';
import { SlipFigure } from '../components/SlipFigure.tsx';
import { StaffDocument } from '../components/StaffDocument.tsx';
import { TrendChart } from '../components/TrendChart.tsx';
import { mustNameLanguage, pageHref } from '../formatting/page-href.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { figureMessages } from '../messages/figures.ts';
import type { JudgedReport } from '../types/leader-view.ts';
import type { PeriodName, QuietDaysView, TrendPoint } from '../types/report-view.ts';

export interface ResultsPageProps extends PageProps {
  readonly unitName: string;
  /** Phone number for questions; null: not set. */
  readonly contactPhone: string | null;
  /** All ballots ever received, live. */
  readonly receivedTotal: number;
  readonly current: JudgedReport;
  /** Periods that the public may choose from. */
  readonly options: readonly PeriodName[];
  /** Weeks in order of time. */
  readonly trend: readonly TrendPoint[];
  readonly rules: CountingRulesView;
  /** Oldest first. */
  readonly events: readonly PublicEventView[];
  readonly quietDays: QuietDaysView;
  /** Null before the first day is sealed. */
  readonly seal: SealView | null;
  /** Question text by id, in the page's language. */
  readonly itemNames: Readonly<Record<string, string>>;
  /** The same page in the other language. */
  readonly otherLocaleHref: string;
}

/** `/ket-qua`: the public results, with the rules by which they are counted. */
export function renderResultsPage(props: ResultsPageProps): string {
  const { current, locale, itemNames, receivedTotal } = props;
  const { report } = current;
  const words = figureMessages(locale);
  const target = report.indicator.target?.percent ?? null;
  const isWeek = report.period.kind === 'week';
  return renderDocument(
    <StaffDocument
      assets={props.assets}
      demo={props.demo}
      unitName={props.unitName}
      title={words.results.title}
      marker="results"
      words={words}
      current={null}
      refreshEvery={300}
      aside={<LanguageLink locale={locale} href={props.otherLocaleHref} />}
    >
      <h1>{words.results.heading}</h1>
      <p class="received">
        {receivedTotal === 0 ? words.results.receivedNone : words.results.receivedTotal(receivedTotal)}
      </p>
      <section aria-labelledby="period">
        <h2 id="period">{formatPeriodWithDays(report.period, words)}</h2>
        <Headline report={report} before={null} words={words} />
        <SlipFigure id="beside" slips={current.report.single_use} level={3} words={words} />
        <ResponseRate report={report} words={words} pages={[]} />
        <p class="note">{words.status.notSipas}</p>
        <PeriodPicker
          action="/ket-qua"
          periods={props.options}
          selected={report.period.id}
          words={words}
          {...(mustNameLanguage(props) ? { lang: locale } : {})}
        />
      </section>
      <Reliability report={report} words={words} />
      <section aria-labelledby="trend">
        <h2 id="trend">{words.trend.heading(props.trend.length)}</h2>
        <TrendChart points={props.trend} target={target} words={words} />
      </section>
      {isWeek ? (
        <p class="note">{words.results.weekIsWhole}</p>
      ) : (
        <>
          <section aria-labelledby="questions">
            <h2 id="questions">{words.questions.heading}</h2>
            <LevelBars questions={report.questions} itemNames={itemNames} words={words} />
          </section>
          <section aria-labelledby="factors">
            <h2 id="factors">{words.factors.heading}</h2>
            <FactorTable report={report} itemNames={itemNames} words={words} />
          </section>
        </>
      )}
      {isWeek || report.period.closed_at !== null ? null : (
        <p class="note">{words.results.countersAtClosing}</p>
      )}
      {report.counters.length === 0 ? null : (
        <section aria-labelledby="counters">
          <h2 id="counters">{words.counters.heading}</h2>
          <CounterTable report={report} words={words} />
        </section>
      )}
      {isWeek ? null : (
        <section aria-labelledby="channels">
          <h2 id="channels">{words.channels.heading}</h2>
          <ChannelTable report={report} words={words} />
        </section>
      )}
      <section aria-labelledby="set-aside">
        <h2 id="set-aside">{words.setAside.heading}</h2>
        <SetAsideTable report={report} words={words} />
      </section>
      <section aria-labelledby="alerts">
        <h2 id="alerts">{words.alerts.heading}</h2>
        <AlertList alerts={report.alerts} counterNames={{}} words={words} />
        <p class="soft">{words.alerts.publicNote}</p>
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules">{words.results.rules}</h2>
        <CountingRules
          rules={props.rules}
          formulas={[report.indicator.rule, report.factors.rule]}
          words={words}
        />
      </section>
      <QuietDays quiet={props.quietDays} words={words} />
      <LatestSeal seal={props.seal} words={words} />
      <PublicEvents events={props.events} words={words} />
      <footer class="foot">
        <ul>
          <li>
            <a href={pageHref('/rieng-tu', props)}>{words.results.privacy}</a>
          </li>
          <li>
            <a href={`/ket-qua.json?ky=${report.period.id}`}>{words.results.json}</a>
          </li>
          <li>
            <a href={pageHref('/', props)}>{words.results.front}</a>
          </li>
        </ul>
        {props.contactPhone === null ? null : (
          <p>
            {words.results.contact} <PhoneNumber number={props.contactPhone} />
          </p>
        )}
      </footer>
    </StaffDocument>,
  );
}
