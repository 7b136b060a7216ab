import { renderDocument } from '../components/Document.tsx';
import { Poster, type PosterSize, type PosterView } from '../components/Poster.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { staffVi as words } from '../messages/staff.vi.ts';

export interface PosterCounterView extends PosterView {
  /** A `link` counter serves online dossiers: it has a QR code to download, but no poster. */
  readonly channel: 'poster' | 'link';
  readonly url: string;
  readonly open: boolean;
  readonly svgHref: string;
  readonly pngHref: string;
  /** Links to this page with only this counter's poster, on A4 and A5. */
  readonly a4Href: string;
  readonly a5Href: string;
}

export interface PostersPageProps extends StaffPageProps {
  /** Beginning of the URLs on the posters: `https://khaosat.dongson.gov.vn`. */
  readonly publicAddress: string;
  /** Who can open that origin: anybody, phones on the office's network, or nobody but this machine. */
  readonly reach: 'public' | 'network' | 'machine';
  /** On trial; each poster then has CHẠY THỬ at its top. */
  readonly isTrial: boolean;
  readonly contactPhone: string | null;
  readonly size: PosterSize;
  /** Code of the counter whose poster is shown and printed; null: all posters are printed. */
  readonly selected: string | null;
  readonly counters: readonly PosterCounterView[];
  /** Links to this page with all posters, on A4 and A5. */
  readonly hrefs: { readonly allA4: string; readonly allA5: string };
}

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '');

/** `/can-bo/ma-qr`: posters to print, and QR codes to download. */
export function renderPostersPage(props: PostersPageProps): string {
  const { counters, selected, size, publicAddress } = props;
  const withPoster = counters.filter(({ channel }) => channel === 'poster');
  const chosen = withPoster.filter(({ code, open }) => open && (selected === null || code === selected));
  return renderDocument(
    <StaffDocument {...props} title={words.posters.title} marker="posters" current="posters">
      <div class="screen-only">
        <h1>
          {words.posters.title} <span class="soft">{withoutScheme(publicAddress)}</span>
        </h1>
        <Warnings {...props} />
      </div>
      <div class="poster-page">
        <div class="screen-only">
          {counters.length === 0 ? (
            <p>{words.posters.none}</p>
          ) : (
            <Printing {...props} pages={chosen.length} />
          )}
          <CounterRows {...props} />
          <p>
            <a class="button" href="/can-bo/ma-qr/phieu">
              {words.posters.slips}
            </a>
          </p>
        </div>
        {/* The screen shows the first of the posters that print. */}
        <div class="poster-preview">
          {chosen.length === 0 ? null : <h2 class="screen-only">{words.posters.preview(chosen.length)}</h2>}
          {chosen.map((counter) => (
            <Poster
              key={counter.code}
              poster={counter}
              unitName={props.unitName}
              addressStart={withoutScheme(publicAddress)}
              contactPhone={props.contactPhone}
              size={size}
              isTrial={props.isTrial}
              demo={props.demo}
            />
          ))}
        </div>
      </div>
    </StaffDocument>,
  );
}

/** Nothing else matters while no phone can open the code. */
function Warnings({ reach, isTrial, contactPhone }: PostersPageProps) {
  const { unreachable, unreachableWhy, networkOnly, trial, phoneMissing } = words.posters;
  if (reach === 'machine')
    return (
      <p class="note note-strong">
        <strong>{unreachable}</strong> {unreachableWhy}
      </p>
    );
  return (
    <>
      {reach === 'network' ? <p class="note">{networkOnly}</p> : null}
      {isTrial ? <p class="note note-strong">{trial}</p> : null}
      {contactPhone === null ? <p class="note note-strong">{phoneMissing}</p> : null}
    </>
  );
}

/** Choices of counter and paper size are plain links, so that each choice has a URL. */
function Printing(props: PostersPageProps & { readonly pages: number }) {
  const { counters, selected, size, hrefs, pages, reach } = props;
  const canPrint = reach !== 'machine';
  const printable = counters.filter(({ channel, open }) => channel === 'poster' && open).length;
  const mark = (isCurrent: boolean) => (isCurrent ? { 'aria-current': 'true' as const } : {});
  return (
    <section class="card">
      {printable === 0 ? null : (
        <p class="buttons">
          <a class="button" href={hrefs.allA4} {...mark(selected === null && size === 'a4')}>
            {words.posters.all(printable, 'A4')}
          </a>
          <a class="button" href={hrefs.allA5} {...mark(selected === null && size === 'a5')}>
            {words.posters.all(printable, 'A5')}
          </a>
        </p>
      )}
      {canPrint ? (
        <p>
          <strong>
            {pages === 0 ? words.posters.printingNone : words.posters.printing(size.toUpperCase(), pages)}
          </strong>{' '}
          {words.posters.printHint}
        </p>
      ) : null}
      {pages === 0 || !canPrint ? null : (
        <button type="button" class="by-script" data-print="">
          {words.posters.print}
        </button>
      )}
    </section>
  );
}

function CounterRows(props: PostersPageProps) {
  const { counters, selected, size, unitName } = props;
  const links = counters.filter(({ channel }) => channel === 'link');
  if (counters.length === 0) return null;
  return (
    <>
      <section aria-labelledby="counters">
        <h2 id="counters" class="vh">
          {words.posters.listHeading}
        </h2>
        <ul class="poster-rows">
          {counters.map((counter) => (
            <CounterRow key={counter.code} counter={counter} size={counter.code === selected ? size : null} />
          ))}
        </ul>
      </section>
      {links.length === 0 ? null : (
        <section class="card" aria-labelledby="message">
          <h2 id="message">{words.posters.message}</h2>
          {links.map(({ code, url }) => (
            <div key={code}>
              <p class="message" id={`message-${code}`}>
                {words.posters.messageText(unitName, url)}
              </p>
              <button
                type="button"
                class="by-script"
                data-copy={`message-${code}`}
                data-done={words.posters.copied}
                data-failed={words.posters.notCopied}
              >
                {words.posters.copy}
              </button>
            </div>
          ))}
          <p class="soft" role="status" id="hand-over-done" />
        </section>
      )}
    </>
  );
}

interface RowProps {
  readonly counter: PosterCounterView;
  /** Null: this counter is not the selected one. */
  readonly size: PosterSize | null;
}

function CounterRow({ counter, size }: RowProps) {
  const { code, name, channel, open, url } = counter;
  const nameId = `counter-${code}`;
  const mark = (isCurrent: boolean) => (isCurrent ? { 'aria-current': 'true' as const } : {});
  return (
    <li>
      <p>
        <b id={nameId}>{name}</b>
        <span class="soft">
          /k/{code}
          {channel === 'link' ? ` · ${words.posters.linkNote}` : null}
          {open ? null : ` · ${words.posters.closed}`}
        </span>
      </p>
      <p class="poster-files">
        {channel === 'link' || !open ? null : (
          <>
            <a class="button" href={counter.a4Href} aria-describedby={nameId} {...mark(size === 'a4')}>
              {words.posters.a4}
            </a>
            <a class="button" href={counter.a5Href} aria-describedby={nameId} {...mark(size === 'a5')}>
              {words.posters.a5}
            </a>
          </>
        )}
        {channel === 'link' ? null : (
          <a href={counter.svgHref} download aria-describedby={nameId}>
            {words.posters.svg}
          </a>
        )}
        <a href={counter.pngHref} download aria-describedby={nameId}>
          {channel === 'link' ? words.posters.linkPng : words.posters.png}
        </a>
        <a href={url} aria-describedby={nameId}>
          {words.posters.open}
        </a>
      </p>
    </li>
  );
}
