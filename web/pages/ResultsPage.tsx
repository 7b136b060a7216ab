import { AlertList } from '../components/AlertList.tsx';
import { ChannelTable } from '../components/ChannelTable.tsx';
import { CounterTable, counterMinimum } from '../components/CounterTable.tsx';
import { CountingRules, type CountingRulesView } from '../components/CountingRules.tsx';
import { type PageProps, renderDocument } from '../components/Document.tsx';
import { FactorTable } from '../components/FactorTable.tsx';
import { Headline } from '../components/Headline.tsx';
import { Improvements } from '../components/Improvements.tsx';
import { LanguageLink } from '../components/LanguageLink.tsx';
import { LatestSeal, type SealView } from '../components/LatestSeal.tsx';
import { LevelBars, questionsBase } from '../components/LevelBars.tsx';
import { PeriodPicker } from '../components/PeriodPicker.tsx';
import { PhoneNumber } from '../components/PhoneNumber.tsx';
import { PublicEvents, type PublicEventView } from '../components/PublicEvents.tsx';
import { QuietDays } from '../components/QuietDays.tsx';
import { Reliability } from '../components/Reliability.tsx';
import { RespondentTable } from '../components/RespondentTable.tsx';
import { SetAsideTable } from '../components/SetAsideTable.tsx';
import { SlipFigure } from '../components/SlipFigure.tsx';
import { StaffDocument } from '../components/StaffDocument.tsx';
import { TrendCard } from '../components/TrendChart.tsx';
import { leadOf } from '../formatting/headline-sentences.ts';
import { mustNameLanguage, pageHref } from '../formatting/page-href.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { figureMessages } from '../messages/figures.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { PeriodReport } from '../types/leader-view.ts';
import type { EarlierView, PeriodName, QuietDaysView, TrendPoint } from '../types/report-view.ts';

export interface ResultsPageProps extends PageProps {
  readonly unitName: string;
  readonly contactPhone: string | null;
  /** All ballots ever received, including those that no figure counts yet. */
  readonly receivedTotal: number;
  readonly current: PeriodReport;
  /** Previous period of the same kind; null: none. */
  readonly before: EarlierView | null;
  readonly options: readonly PeriodName[];
  /** Weeks, oldest first. */
  readonly trend: readonly TrendPoint[];
  readonly rules: CountingRulesView;
  /** Oldest first. */
  readonly events: readonly PublicEventView[];
  readonly quietDays: QuietDaysView;
  /** What the office changed after comments; null: it has written nothing. */
  readonly improvements: string | null;
  /** Codes of counters whose whole confidence interval is below the target. */
  readonly lowCounters: readonly string[];
  readonly closedCounters: readonly string[];
  /** Counters whose survey can be answered now. */
  readonly openCounters: readonly { readonly code: string; readonly name: string }[];
  /** Null until the first day is sealed. */
  readonly seal: SealView | null;
  /** Text of each question, by its id, in the page's language. */
  readonly itemNames: Readonly<Record<string, string>>;
  readonly otherLocaleHref: string;
}

/** `/ket-qua`: public results, and how far to trust them; the rules are collapsed. */
export function renderResultsPage(props: ResultsPageProps): string {
  const { current, locale, receivedTotal } = props;
  const { report } = current;
  const words = figureMessages(locale);
  return renderDocument(
    <StaffDocument
      {...props}
      title={words.results.title}
      marker="results"
      words={words}
      current={null}
      refreshEvery={300}
      aside={<LanguageLink locale={locale} href={props.otherLocaleHref} />}
    >
      <div class="sheet">
        <div class="toolbar">
          <h1>{words.results.heading}</h1>
          <PeriodPicker
            action="/ket-qua"
            periods={props.options}
            selected={report.period.id}
            words={words}
            {...(mustNameLanguage(props) ? { lang: locale } : {})}
          />
        </div>
        <h2 id="period" class="paper-only">
          {formatPeriodWithDays(report.period, words)}
        </h2>
        <Figures {...props} words={words} />
        {report.alerts.length === 0 ? null : (
          <section class="card card-alert" aria-labelledby="alerts">
            <h2 id="alerts">{words.alerts.heading}</h2>
            <AlertList alerts={report.alerts} counterNames={{}} words={words} />
            <p class="soft">{words.alerts.publicNote}</p>
          </section>
        )}
        <Rules {...props} words={words} />
        <p class="soft paper-only">{words.results.rulesOnline}</p>
        <footer class="foot">
          <p class="received">
            {receivedTotal === 0 ? words.results.receivedNone : words.results.receivedTotal(receivedTotal)}
          </p>
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
      </div>
    </StaffDocument>,
  );
}

type PartProps = ResultsPageProps & { readonly words: FigureMessages };

function Figures(props: PartProps) {
  const { words, itemNames, trend } = props;
  const { report } = props.current;
  const target = report.indicator.target?.percent ?? null;
  const isWeek = report.period.kind === 'week';
  return (
    <div class="columns">
      <div class="column">
        <Headline report={report} before={props.before} words={words}>
          {leadOf(report) === 'none' ? <Invitation {...props} /> : null}
        </Headline>
        <Improvements text={props.improvements} heading={words.results.improvements} />
        <SlipFigure id="beside" slips={report.single_use} level={3} words={words} />
        <TrendCard points={trend} report={report} words={words} />
        <Reliability report={report} seal={props.seal} words={words} />
      </div>
      <div class="column">
        {report.counters.length === 0 ? null : (
          <section class="card" aria-labelledby="counters">
            <h2 id="counters">{words.counters.heading}</h2>
            <CounterTable
              report={report}
              low={props.lowCounters}
              closed={props.closedCounters}
              words={words}
            />
          </section>
        )}
        {isWeek ? (
          <p class="soft">{words.results.weekIsWhole}</p>
        ) : (
          <section class="card" aria-labelledby="questions">
            <h2 id="questions">
              {words.questions.heading} <small>{questionsBase(report.questions, words)}</small>
            </h2>
            <LevelBars
              questions={report.questions}
              itemNames={itemNames}
              target={target}
              minimum={counterMinimum(report)}
              words={words}
            />
          </section>
        )}
      </div>
    </div>
  );
}

/** Links to the surveys, while there are too few ballots for a figure. */
function Invitation({ openCounters, words, ...page }: PartProps) {
  if (openCounters.length === 0) return null;
  return (
    <>
      <p>{words.results.invitation}</p>
      <ul class="choices">
        {openCounters.map(({ code, name }) => (
          <li key={code}>
            <a href={pageHref(`/k/${code}`, page)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Collapsed sections: rules, factors, channels, seals, changes of settings. */
function Rules({ words, current: { report }, ...props }: PartProps) {
  const isWeek = report.period.kind === 'week';
  return (
    <details class="card fold">
      <summary>
        <h2>{words.results.rules}</h2>
      </summary>
      {isWeek ? null : (
        <>
          <section aria-labelledby="factors">
            <h2 id="factors">{words.factors.heading}</h2>
            <FactorTable report={report} itemNames={props.itemNames} words={words} />
          </section>
          <section aria-labelledby="channels">
            <h2 id="channels">{words.channels.heading}</h2>
            <ChannelTable report={report} words={words} />
          </section>
          <section aria-labelledby="respondents">
            <h2 id="respondents">{words.respondents.heading}</h2>
            {(['respondents', 'fields'] as const).map((dimension) => (
              <RespondentTable
                key={dimension}
                {...{ report, dimension, words }}
                itemNames={props.itemNames}
              />
            ))}
          </section>
        </>
      )}
      <section aria-labelledby="set-aside">
        <h2 id="set-aside">{words.setAside.heading}</h2>
        <SetAsideTable report={report} words={words} />
      </section>
      <CountingRules
        rules={props.rules}
        formulas={[report.indicator.rule, report.factors.rule]}
        words={words}
      />
      <QuietDays quiet={props.quietDays} words={words} />
      <LatestSeal seal={props.seal} words={words} />
      <PublicEvents events={props.events} words={words} />
    </details>
  );
}
