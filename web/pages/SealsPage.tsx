import { renderDocument } from '../components/Document.tsx';
import type { SealView } from '../components/LatestSeal.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { sealsVi as words } from '../messages/seals.vi.ts';

export interface SealedDayView extends SealView {
  readonly ballots: number;
  /** `YYYY-MM-DD`. */
  readonly sealedOn: string;
  /** URL of this page with the QR code of that day. */
  readonly href: string;
}

interface SealsPageProps extends SignedInPageProps {
  /** The day whose QR code is shown; null until the first day is sealed. */
  readonly shown: SealedDayView | null;
  /** Content of the QR code, and the code as SVG made by the server, inserted without escaping. */
  readonly code: { readonly text: string; readonly svg: string } | null;
  /** Sealed days up to `shown`, newest first. */
  readonly days: readonly SealedDayView[];
  /** Seals that became void because the machine's clock had been ahead, newest first. */
  readonly voided: readonly { readonly day: string; readonly short: string }[];
  readonly olderHref: string | null;
  /** Link to the newest day; null: it is the one shown. */
  readonly newestHref: string | null;
}

/** `/lanh-dao/niem-phong`: the seal of a day as a QR code, and the seals of earlier days. */
export function renderSealsPage(props: SealsPageProps): string {
  const { shown, code, days } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.page.title}
      {...(shown === null ? {} : { intro: words.page.intro })}
      marker="seals"
      current="leader"
    >
      {shown === null || code === null ? <p>{words.none}</p> : <ShownDay day={shown} code={code} />}
      {days.length === 0 ? null : <DayTable days={days} />}
      {props.voided.length === 0 ? null : (
        <section aria-labelledby="voided">
          <h2 id="voided">{words.page.voided}</h2>
          <p>{words.page.voidedReason}</p>
          <ul>
            {props.voided.map(({ day, short }) => (
              <li key={`${day} ${short}`}>
                {formatDay(day, 'vi')}: <span class="seal">{short}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="actions screen-only">
        {props.newestHref === null ? null : (
          <a class="button" href={props.newestHref}>
            {words.page.newest}
          </a>
        )}
        {props.olderHref === null ? null : (
          <a class="button" href={props.olderHref}>
            {words.page.older}
          </a>
        )}
        <a class="button quiet" href="/lanh-dao">
          {words.page.back}
        </a>
      </p>
    </SignedInPage>,
  );
}

interface ShownDayProps {
  readonly day: SealedDayView;
  readonly code: { readonly text: string; readonly svg: string };
}

function ShownDay({ day, code }: ShownDayProps) {
  const name = formatDay(day.day, 'vi');
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">{words.page.ofDay(name)}</h2>
      <div
        class="qr"
        role="img"
        aria-label={words.page.qr(name)}
        dangerouslySetInnerHTML={{ __html: code.svg }}
      />
      <dl class="pairs">
        <dt>{words.page.short}</dt>
        <dd>
          <strong class="seal">{day.short}</strong>
        </dd>
        <dt>{words.page.ballots}</dt>
        <dd>{words.page.count(day.ballots)}</dd>
        <dt>{words.page.sealedOn}</dt>
        <dd>{formatDay(day.sealedOn, 'vi')}</dd>
      </dl>
      <p>{words.page.qrHolds}</p>
      <p class="address">{code.text}</p>
    </section>
  );
}

function DayTable({ days }: { readonly days: readonly SealedDayView[] }) {
  const { page } = words;
  return (
    <section aria-labelledby="days">
      <h2 id="days">{page.table}</h2>
      <table aria-labelledby="days">
        <thead>
          <tr>
            <th scope="col">{page.day}</th>
            <th scope="col">{page.short}</th>
            <th scope="col">{page.ballots}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, short, ballots, href }) => (
            <tr key={day}>
              <td class="day">
                <a href={href} aria-label={page.show(formatDay(day, 'vi'))}>
                  {formatDay(day, 'vi')}
                </a>
              </td>
              <td class="seal">{short}</td>
              <td>{page.count(ballots)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
