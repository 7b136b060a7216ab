import { renderDocument } from '../components/Document.tsx';
import { Poster, type PosterSize, type PosterView } from '../components/Poster.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { slipsVi } from '../messages/slips.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';

/** A counter with its poster and the files of its QR code. */
export interface PosterCounterView extends PosterView {
  /** A `link` counter serves online dossiers and has no poster. */
  readonly channel: 'poster' | 'link';
  readonly url: string;
  readonly open: boolean;
  /** Files with the QR code alone. */
  readonly svgHref: string;
  readonly pngHref: string;
  /** Links to this page with only this counter's poster, on A4 and on A5. */
  readonly a4Href: string;
  readonly a5Href: string;
}

export interface PostersPageProps extends StaffPageProps {
  /** Origin of the URLs on the posters: `https://khaosat.dongson.gov.vn`. */
  readonly publicAddress: string;
  /** Whether `publicAddress` is not the official origin; if so, BẢN THỬ is printed across each poster. */
  readonly isTrial: boolean;
  readonly contactPhone: string | null;
  readonly size: PosterSize;
  /** Code of the only counter shown and printed; null: all. */
  readonly selected: string | null;
  readonly counters: readonly PosterCounterView[];
  /** Links to this page with all posters, on A4 and on A5. */
  readonly hrefs: { readonly allA4: string; readonly allA5: string };
}

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '');

/** `/can-bo/ma-qr`: posters to view and print, and QR codes to download. */
export function renderPostersPage(props: PostersPageProps): string {
  const { counters, selected, size, hrefs } = props;
  const withPoster = counters.filter(({ channel }) => channel === 'poster');
  const links = counters.filter(({ channel }) => channel === 'link');
  const chosen = withPoster.filter(({ code }) => selected === null || code === selected);
  const printed = chosen.filter(({ open }) => open);
  return renderDocument(
    <StaffDocument
      assets={props.assets}
      demo={props.demo}
      unitName={props.unitName}
      {...(props.signedIn ? { signedIn: props.signedIn } : {})}
      title={words.posters.title}
      marker="posters"
      words={words}
      current="posters"
    >
      <div class="screen-only">
        <h1>{words.posters.title}</h1>
        <p>{words.posters.intro}</p>
        <p>
          <a class="button" href="/can-bo/ma-qr/phieu">
            {slipsVi.title}
          </a>
        </p>
        {props.isTrial ? <p class="note note-strong">{words.posters.trial}</p> : null}
        {props.contactPhone === null ? <p class="note note-strong">{words.posters.phoneMissing}</p> : null}
        {counters.length === 0 ? (
          <p>{words.posters.none}</p>
        ) : (
          <>
            <Choices withPoster={withPoster} selected={selected} size={size} hrefs={hrefs} />
            <p>
              <strong>
                {printed.length === 0
                  ? words.posters.printingNone
                  : words.posters.printing(size.toUpperCase(), printed.length)}
              </strong>{' '}
              {words.posters.printHint}
            </p>
            <p class="soft">{words.posters.zalo}</p>
          </>
        )}
      </div>
      <div class="poster-list">
        {chosen.map((counter) => (
          <div key={counter.code} class={counter.open ? 'poster-entry' : 'poster-entry screen-only'}>
            <CounterFiles counter={counter} />
            {counter.open ? (
              <Poster
                poster={counter}
                unitName={props.unitName}
                addressStart={withoutScheme(props.publicAddress)}
                contactPhone={props.contactPhone}
                size={size}
                isTrial={props.isTrial}
                demo={props.demo}
              />
            ) : null}
          </div>
        ))}
      </div>
      {links.length === 0 ? null : <Links links={links} />}
    </StaffDocument>,
  );
}

interface ChoicesProps extends Pick<PostersPageProps, 'selected' | 'size' | 'hrefs'> {
  readonly withPoster: readonly PosterCounterView[];
}

/** Choices of counter and paper size are plain links, so that each choice has a URL. */
function Choices({ withPoster, selected, size, hrefs }: ChoicesProps) {
  const current = withPoster.find(({ code }) => code === selected);
  // A closed counter's poster is not printed; its files are still listed below.
  const offered = withPoster.filter(({ code, open }) => open || code === selected);
  const mark = (isCurrent: boolean) => (isCurrent ? { 'aria-current': 'true' as const } : {});
  return (
    <>
      <nav aria-label={words.posters.sizes}>
        <ul class="buttons">
          <li>
            <a class="button" href={current?.a4Href ?? hrefs.allA4} {...mark(size === 'a4')}>
              {words.posters.a4}
            </a>
          </li>
          <li>
            <a class="button" href={current?.a5Href ?? hrefs.allA5} {...mark(size === 'a5')}>
              {words.posters.a5}
            </a>
          </li>
        </ul>
      </nav>
      {withPoster.length < 2 && !current ? null : (
        <nav aria-label={words.posters.which}>
          <ul class="choices">
            <li>
              <a href={size === 'a4' ? hrefs.allA4 : hrefs.allA5} {...mark(selected === null)}>
                {words.posters.allSizes}
              </a>
            </li>
            {offered.map((counter) => (
              <li key={counter.code}>
                <a
                  href={size === 'a4' ? counter.a4Href : counter.a5Href}
                  {...mark(counter.code === selected)}
                >
                  {counter.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function CounterFiles({ counter }: { readonly counter: PosterCounterView }) {
  const titleId = `counter-${counter.code}`;
  return (
    <div class="screen-only poster-files">
      <h2 id={titleId}>{counter.name}</h2>
      <p>
        {words.posters.address}: <a href={counter.url}>{counter.typedAddress}</a>
      </p>
      {counter.open ? null : <p class="note note-strong">{words.posters.closed}</p>}
      <ul class="buttons">
        <li>
          <a class="button" href={counter.a4Href} aria-describedby={titleId}>
            {words.posters.a4}
          </a>
        </li>
        <li>
          <a class="button" href={counter.a5Href} aria-describedby={titleId}>
            {words.posters.a5}
          </a>
        </li>
        <li>
          <a class="button" href={counter.svgHref} download aria-describedby={titleId}>
            {words.posters.svg}
          </a>
        </li>
        <li>
          <a class="button" href={counter.pngHref} download aria-describedby={titleId}>
            {words.posters.png}
          </a>
        </li>
      </ul>
    </div>
  );
}

function Links({ links }: { readonly links: readonly PosterCounterView[] }) {
  return (
    <section class="screen-only" aria-labelledby="links">
      <h2 id="links">{words.posters.links}</h2>
      <p>{words.posters.linksIntro}</p>
      <ul class="facts">
        {links.map((counter) => (
          <li key={counter.code}>
            {counter.name}: <a href={counter.url}>{counter.url}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
