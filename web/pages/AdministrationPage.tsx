import { ClockQuestion, type ClockQuestionView } from '../components/ClockQuestion.tsx';
import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StartConditions } from '../components/StartConditions.tsx';
import { TaskList } from '../components/TaskList.tsx';
import { formatDay } from '../formatting/dates.ts';
import { showFaults } from '../formatting/faults.ts';
import { formatTarget } from '../formatting/numbers.ts';
import { formatCalendarPeriod } from '../formatting/periods.ts';
import { administrationVi as words } from '../messages/administration.vi.ts';
import { clockVi as clock } from '../messages/clock.vi.ts';
import { figuresVi } from '../messages/figures.vi.ts';
import { startVi } from '../messages/trial.vi.ts';
import type { AdministrationView } from '../types/administration.ts';
import type { Fault } from '../types/fault.ts';
import type { ExternalFigureView } from '../types/report-view.ts';

interface AdministrationPageProps extends SignedInPageProps, AdministrationView {
  /** Null while the machine's clock is plausible. */
  readonly question: ClockQuestionView | null;
  readonly faults: readonly Fault[];
  readonly isSaved: boolean;
  readonly mayChange: boolean;
}

/** `/quan-tri`: what is left to do before the official start, and every setting with its value. */
export function renderAdministrationPage(props: AdministrationPageProps): string {
  const { conditions, question, mayChange, isSaved } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      marker="administration"
      saved={isSaved && words.saved}
      faults={showFaults(props.faults, clock.faults)}
    >
      {question === null ? null : <ClockQuestion question={question} mayChange={mayChange} />}
      {conditions === null ? null : <StartConditions conditions={conditions} hasStart />}
      {Object.entries(listSettings(props)).map(([id, rows]) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{words.groups[id]}</h2>
          <TaskList
            rows={rows.map(([href, value]) => ({ href, name: words.names[href] ?? '', value }))}
            words={startVi}
          />
        </section>
      ))}
    </SignedInPage>,
  );
}

const sayExternal = ({ code, period, percent }: ExternalFigureView): string =>
  `${words.external[code]} ${formatCalendarPeriod(period, figuresVi)}: ${formatTarget(percent, 'vi')}`;

type Rows = readonly (readonly [href: string, value: string])[];

function listSettings(view: AdministrationPageProps): Readonly<Record<string, Rows>> {
  const { values } = words;
  const joined = (...parts: readonly (string | null)[]) =>
    parts.filter((part) => part !== null).join(' · ') || values.none;
  const { hoursSince, target, minimum, external, improvedOn } = view;
  return {
    start: [
      ['/quan-tri/don-vi', joined(view.unitName, view.phone)],
      ['/quan-tri/quay', values.counters(view.openCounters)],
      ['/quan-tri/nguoi-dung', values.people(view.people)],
      [
        '/quan-tri/gio-mo-cua',
        hoursSince === null ? values.usualHours : values.since(formatDay(hoursSince, 'vi')),
      ],
    ],
    counting: [
      [
        '/quan-tri/muc-tieu',
        joined(
          target === null ? null : formatTarget(target, 'vi'),
          minimum === null ? null : values.minimum(minimum),
        ),
      ],
      ['/quan-tri/quy-tac', values.rules(view.rulesOn)],
      ['/quan-tri/sipas', joined(...external.map(sayExternal))],
    ],
    data: [
      ['/quan-tri/phieu', joined(...view.surveys)],
      ['/lanh-dao/viec-da-sua', improvedOn === null ? values.none : formatDay(improvedOn, 'vi')],
      ['/quan-tri/luu-giu', values.months(view.commentMonths)],
      ['/quan-tri/khoa-api', view.apiKeys === 0 ? values.none : values.keys(view.apiKeys)],
      ['/quan-tri/nhat-ky', values.acts(view.actsToday)],
    ],
  };
}
