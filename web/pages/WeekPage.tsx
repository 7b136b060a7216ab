import { AlertList } from '../components/AlertList.tsx';
import { ChannelTable } from '../components/ChannelTable.tsx';
import { CounterTable } from '../components/CounterTable.tsx';
import { CountTable } from '../components/CountTable.tsx';
import { renderDocument } from '../components/Document.tsx';
import { FileLinks } from '../components/FileLinks.tsx';
import { Fold } from '../components/Fold.tsx';
import { Headline } from '../components/Headline.tsx';
import { LevelBars } from '../components/LevelBars.tsx';
import { PeriodWithoutSurvey, timeOf } from '../components/PeriodWithoutSurvey.tsx';
import { ResponseRate } from '../components/ResponseRate.tsx';
import { SealNote } from '../components/SealNote.tsx';
import { SetAsideTable } from '../components/SetAsideTable.tsx';
import { SlipFigure } from '../components/SlipFigure.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { WeekChange } from '../components/WeekChange.tsx';
import { type WeekChoice, WeekChoices } from '../components/WeekChoices.tsx';
import { WeekPraise } from '../components/WeekPraise.tsx';
import { formatSpan } from '../formatting/dates.ts';
import { formatPeriod } from '../formatting/periods.ts';
import { questionName } from '../formatting/question-name.ts';
import { alertsVi } from '../messages/alerts.vi.ts';
import { filesVi as files } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import { weeksVi as weekWords } from '../messages/weeks.vi.ts';
import type { PeriodSeal } from '../types/leader-view.ts';
import type { ChangeView, EarlierView, ReportView, VerdictView } from '../types/report-view.ts';

export interface WeekPageProps extends StaffPageProps {
  /** Seal of the week's last sealed day, printed; null: none is sealed. */
  readonly seal: PeriodSeal | null;
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
  /** The unit's first day. */
  readonly openedOn: string;
  /** Every week since `openedOn`, the current one too, newest first. */
  readonly weeks: readonly WeekChoice[];
  /** The week shown, of the unit or of the selected counter. */
  readonly week: {
    readonly report: ReportView;
    readonly verdict: VerdictView;
  };
  /** The previous week; null: none. */
  readonly before: ReportView | null;
  readonly changes: readonly ChangeView[];
  /** The current week; null unless the week shown is the last finished one. */
  readonly since: { readonly report: ReportView } | null;
  readonly prevHref: string | null;
  readonly nextHref: string | null;
  /** Counters to choose from; none selected: the whole unit. */
  readonly counters: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly selected: boolean;
  }[];
  /** The same week for the whole unit; null for people who see only their own counters. */
  readonly allCountersHref: string | null;
  /** Ticked reasons, without suppressed ones. */
  readonly chips: readonly { readonly item: string; readonly text: string; readonly n: number }[];
  /** Question text by id. */
  readonly itemNames: Readonly<Record<string, string>>;
}

/** `/can-bo`: the last finished week in sentences, details collapsed. */
export function renderWeekPage(props: WeekPageProps): string {
  const { report } = props.week;
  const counterNames = Object.fromEntries(props.counters.map(({ code, name }) => [code, name]));
  const time = timeOf(report.period, props.today, props.openedOn);
  return renderDocument(
    <StaffDocument
      assets={props.assets}
      demo={props.demo}
      unitName={props.unitName}
      {...(props.signedIn ? { signedIn: props.signedIn } : {})}
      title={words.week.title}
      marker="week"
      words={words}
      current="week"
      refreshEvery={60}
    >
      <h1>{formatPeriod(report.period, words)}</h1>
      <WeekLinks prevHref={props.prevHref} nextHref={props.nextHref} />
      <WeekChoices weeks={props.weeks} />
      <CounterLinks counters={props.counters} allCountersHref={props.allCountersHref} />
      {time === 'surveyed' ? (
        <WeekSections {...props} />
      ) : (
        <PeriodWithoutSurvey period={report.period} time={time} openedOn={props.openedOn} words={weekWords} />
      )}
      <section aria-labelledby="alerts">
        <h2 id="alerts">{alertsVi.heading}</h2>
        <AlertList alerts={report.alerts} counterNames={counterNames} words={words} />
      </section>
      {props.since === null ? null : <Since report={props.since.report} counterNames={counterNames} />}
      {report.ballots.received === 0 ? null : <WeekFiles {...props} />}
      <SealNote seal={props.seal} isLinked={props.signedIn?.pages.includes('leader') ?? false} />
      <p class="note">{words.status.notSipas}</p>
    </StaffDocument>,
  );
}

/** Sentences first, then collapsed details; one sentence for a week without ballots. */
function WeekSections(props: WeekPageProps) {
  const { report } = props.week;
  const { itemNames, changes } = props;
  if (report.ballots.received === 0) return <EmptyWeek />;
  const isRunning = report.period.from <= props.today && props.today <= report.period.to;
  return (
    <>
      {isRunning ? <p class="note">{weekWords.running}</p> : null}
      <Headline report={report} before={beforeOf(props)} words={words} />
      <section>
        <SlipFigure id="beside" slips={props.week.report.single_use} level={3} words={words} />
        <ResponseRate report={report} words={words} pages={props.signedIn?.pages ?? []} />
      </section>
      <section aria-labelledby="change">
        <h2 id="change">{words.week.change}</h2>
        <WeekChange before={props.before} changes={changes} itemNames={itemNames} />
      </section>
      <WeekPraise report={report} changes={changes} itemNames={itemNames} />
      <WeekDetails {...props} />
    </>
  );
}

/** The week before with its difference; null: none, or not compared. */
function beforeOf({ before, changes }: WeekPageProps): EarlierView | null {
  const change = changes.find(({ id }) => id === 'overall');
  return before === null || change === undefined ? null : { report: before, change };
}

function WeekLinks({ prevHref, nextHref }: Pick<WeekPageProps, 'prevHref' | 'nextHref'>) {
  if (prevHref === null && nextHref === null) return null;
  return (
    <nav class="week-links screen-only" aria-label={words.week.move}>
      {prevHref === null ? null : (
        <a class="button" rel="prev" href={prevHref}>
          <span aria-hidden="true">‹ </span>
          {words.week.previous}
        </a>
      )}
      {nextHref === null ? null : (
        <a class="button" rel="next" href={nextHref}>
          {words.week.next}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}

function CounterLinks({ counters, allCountersHref }: Pick<WeekPageProps, 'counters' | 'allCountersHref'>) {
  const selected = counters.find((counter) => counter.selected);
  if (counters.length === 0) return null;
  return (
    <>
      <p class="counter-shown">
        {words.week.counter}: <strong>{selected?.name ?? words.week.allCounters}</strong>
      </p>
      <details class="screen-only">
        <summary>{words.week.chooseCounter}</summary>
        <nav aria-label={words.week.chooseCounter}>
          <ul class="choices">
            {allCountersHref === null ? null : (
              <li>
                <a href={allCountersHref} {...(selected ? {} : { 'aria-current': 'true' as const })}>
                  {words.week.allCounters}
                </a>
              </li>
            )}
            {counters.map((counter) => (
              <li key={counter.code}>
                <a href={counter.href} {...(counter.selected ? { 'aria-current': 'true' as const } : {})}>
                  {counter.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </>
  );
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

function WeekDetails({ week, counters, chips, itemNames }: WeekPageProps) {
  const { report } = week;
  const isWholeUnit = !counters.some((counter) => counter.selected);
  return (
    <>
      <Fold id="questions" heading={words.questions.heading}>
        <LevelBars questions={report.questions} itemNames={itemNames} words={words} />
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
      {isWholeUnit && report.counters.length > 0 ? (
        <Fold id="counters" heading={words.counters.heading}>
          <CounterTable report={report} words={words} />
        </Fold>
      ) : null}
      <Fold id="channels" heading={words.channels.heading}>
        <ChannelTable report={report} words={words} />
      </Fold>
      <Fold id="set-aside" heading={words.setAside.heading}>
        <SetAsideTable report={report} words={words} />
      </Fold>
    </>
  );
}

function WeekFiles({ week, counters }: Pick<WeekPageProps, 'week' | 'counters'>) {
  const selected = counters.find((counter) => counter.selected);
  const query = new URLSearchParams({
    tuan: week.report.period.id,
    ...(selected ? { quay: selected.code } : {}),
  });
  return (
    <section class="screen-only" aria-labelledby="files">
      <h2 id="files">{files.download}</h2>
      <FileLinks
        links={[
          { href: `/can-bo/tuan.xlsx?${query}`, text: files.workbook },
          { href: `/can-bo/tuan.csv?${query}`, text: files.csv },
        ]}
      />
    </section>
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
    <section aria-labelledby="since">
      <h2 id="since">{words.week.since}</h2>
      <p>{received === 0 ? words.week.sinceNone(span) : words.week.sinceText(received, span)}</p>
      <p class="soft">{words.week.sinceWhy}</p>
      {report.alerts.length === 0 ? null : (
        <AlertList alerts={report.alerts} counterNames={counterNames} words={words} />
      )}
    </section>
  );
}
