import { renderDocument } from '../components/Document.tsx';
import { FieldFaults } from '../components/Faults.tsx';
import { ActForm, controlProps, Field, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatDay } from '../formatting/dates.ts';
import { fieldId, type ShownFault, sayFault } from '../formatting/faults.ts';
import { settingsVi } from '../messages/settings.vi.ts';
import { unitSettingsVi as words } from '../messages/unit-settings.vi.ts';
import type { Fault } from '../types/fault.ts';

/** Opening and closing time as typed; both empty: closed. */
interface SessionView {
  readonly from: string;
  readonly to: string;
}

/** Consecutive days off, both inclusive, `YYYY-MM-DD`; equal for a single day. */
interface DaysView {
  readonly from: string;
  readonly to: string;
}

interface OpeningHoursPageProps extends SignedInPageProps {
  /** Monday to Sunday. */
  readonly week: readonly { readonly morning: SessionView; readonly afternoon: SessionView }[];
  /** Stored days off, or the rejected text. */
  readonly daysOff: readonly DaysView[] | string;
  /** First day of the hours in the form: `YYYY-MM-DD`, or the rejected text. */
  readonly typedSince: string;
  /** First day of the hours that apply today; null: hours were never set. */
  readonly since: string | null;
  /** Planned changes, the next one first. */
  readonly coming: readonly { readonly since: string; readonly href: string }[];
  /** First day of the planned hours in the form; null: the form has the hours that apply today. */
  readonly editing: string | null;
  readonly faults: readonly Fault[];
  readonly isSaved: boolean;
  readonly mayChange: boolean;
}

const SESSIONS = ['morning', 'afternoon'] as const;

/** `/quan-tri/gio-mo-cua`: opening hours and days off. */
export function renderOpeningHoursPage(props: OpeningHoursPageProps): string {
  const { mayChange, isSaved, coming, since, editing } = props;
  const faults = props.faults.map(showFault);
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.hours.title}
      intro={words.hours.intro}
      marker="hours"
      faults={faults}
      mayChange={mayChange}
      saved={isSaved && words.saved}
    >
      <p class="soft">{words.hours.noFigure}</p>
      {editing === null ? (
        <p id={fieldId('planned')} tabIndex={-1}>
          {since === null ? words.hours.never : words.hours.since(formatDay(since, 'vi'))}
        </p>
      ) : (
        <p>
          {words.hours.editing(formatDay(editing, 'vi'))}{' '}
          <a href="/quan-tri/gio-mo-cua">{words.hours.current}</a>
        </p>
      )}
      {coming.length === 0 ? null : (
        <>
          <p>{words.hours.coming}</p>
          <ul>
            {coming.map((plan) => (
              <li key={plan.since}>
                <a id={`coming-${plan.since}`} href={plan.href}>
                  {words.hours.comingFrom(formatDay(plan.since, 'vi'))}
                </a>
                {mayChange ? (
                  <ActForm
                    action="/quan-tri/gio-mo-cua/rut"
                    fields={{ since: plan.since }}
                    button={settingsVi.withdrawButton}
                    describedBy={`coming-${plan.since}`}
                    isDangerous
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChange ? (
        <form class="form hours-form" method="post" action="/quan-tri/gio-mo-cua">
          <WeekTable {...props} faults={faults} />
          <DaysOffField daysOff={props.daysOff} faults={faults} />
          <TextField
            name="since"
            label={words.hours.sinceLabel}
            hint={words.hours.sinceHint}
            type="date"
            value={props.typedSince}
            faults={faults}
          />
          <button type="submit">{words.hours.button}</button>
        </form>
      ) : (
        <>
          <WeekTable {...props} faults={faults} />
          <h2>{words.hours.daysOff}</h2>
          {typeof props.daysOff === 'string' || props.daysOff.length === 0 ? (
            <p>{words.hours.daysOffNone}</p>
          ) : (
            <ul>
              {props.daysOff.map((days) => (
                <li key={days.from}>{sayDays(days)}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </SignedInPage>,
  );
}

/** Begins the sentence with the weekday or line at fault. */
function showFault(fault: Fault): ShownFault {
  const { field, params } = fault;
  const sentence = sayFault(fault, words.faults);
  const at = (place: string) => ({ id: fieldId(field), sentence: `${place}: ${sentence}` });
  const [, weekday = '', session = ''] = /^([1-7])\.(morning|afternoon)$/.exec(field) ?? [];
  if (weekday !== '') {
    const name = words.hours.sessions[session as (typeof SESSIONS)[number]];
    return at(words.hours.place(words.hours.weekdays[Number(weekday) - 1] ?? '', name));
  }
  return params?.line === undefined
    ? { id: fieldId(field), sentence }
    : at(words.hours.line(Number(params.line)));
}

const sayDays = ({ from, to }: DaysView): string =>
  from === to ? formatDay(from, 'vi') : `${formatDay(from, 'vi')} - ${formatDay(to, 'vi')}`;

type WeekProps = Pick<OpeningHoursPageProps, 'week' | 'mayChange'> & {
  readonly faults: readonly ShownFault[];
};

function WeekTable({ week, mayChange, faults }: WeekProps) {
  const { sessions, weekdays, weekHint, day: dayHeading } = words.hours;
  return (
    <>
      <h2>{words.hours.week}</h2>
      {mayChange ? (
        <p id="week-hint" class="soft">
          {weekHint}
        </p>
      ) : null}
      <StackTable
        class="hours"
        caption={words.hours.week}
        columns={[dayHeading, sessions.morning, sessions.afternoon]}
      >
        {week.map((day, index) => (
          <tr key={index}>
            <th scope="row">{weekdays[index]}</th>
            {SESSIONS.map((session) => (
              <td key={session} data-label={sessions[session]}>
                {mayChange ? (
                  <SessionFields
                    name={`${index + 1}.${session}`}
                    weekday={weekdays[index] ?? ''}
                    session={sessions[session]}
                    typed={day[session]}
                    faults={faults}
                  />
                ) : day[session].from === '' ? (
                  words.hours.closed
                ) : (
                  `${day[session].from} – ${day[session].to}`
                )}
              </td>
            ))}
          </tr>
        ))}
      </StackTable>
    </>
  );
}

interface SessionFieldsProps {
  readonly name: string;
  readonly weekday: string;
  readonly session: string;
  readonly typed: SessionView;
  readonly faults: readonly ShownFault[];
}

/** Text inputs, because some browsers show AM and PM in time inputs. */
function SessionFields({ name, weekday, session, typed, faults }: SessionFieldsProps) {
  const isFaulty = faults.some((fault) => fault.id === fieldId(name));
  const common = {
    type: 'text' as const,
    autocomplete: 'off' as const,
    size: 5,
    maxLength: 8,
    'aria-describedby': isFaulty ? `${fieldId(name)}-fault week-hint` : 'week-hint',
    ...(isFaulty ? { 'aria-invalid': 'true' as const } : {}),
  };
  return (
    <>
      <FieldFaults id={fieldId(name)} faults={faults} />
      <span class="times">
        <input
          {...common}
          id={fieldId(name)}
          name={`${name}.from`}
          value={typed.from}
          aria-label={words.hours.from(weekday, session)}
        />
        <span aria-hidden="true">–</span>
        <input
          {...common}
          name={`${name}.to`}
          value={typed.to}
          aria-label={words.hours.to(weekday, session)}
        />
      </span>
    </>
  );
}

interface DaysOffProps extends Pick<OpeningHoursPageProps, 'daysOff'> {
  readonly faults: readonly ShownFault[];
}

function DaysOffField({ daysOff, faults }: DaysOffProps) {
  const { daysOff: label, daysOffHint: hint } = words.hours;
  const field = { id: fieldId('days_off'), label, hint, faults };
  const text = typeof daysOff === 'string' ? daysOff : daysOff.map(sayDays).join('\n');
  return (
    <Field {...field}>
      <textarea {...controlProps(field)} name="days_off" rows={6} autocomplete="off" value={text} />
    </Field>
  );
}
