import { staffVi } from '../messages/staff.vi.ts';
import { DemoBanner } from './DemoBanner.tsx';

export type PosterSize = 'a4' | 'a5';

export interface PosterView {
  readonly code: string;
  readonly name: string;
  /** Address of the survey without scheme, as people type it: `khaosat.dongson.gov.vn/k/k7mpx`. */
  readonly typedAddress: string;
  /** Trusted SVG markup made by the server; inserted unescaped. */
  readonly qrSvg: string;
}

interface PosterProps {
  readonly poster: PosterView;
  readonly unitName: string;
  /** How every genuine address begins, without scheme. */
  readonly addressStart: string;
  readonly contactPhone: string | null;
  readonly size: PosterSize;
  readonly isTrial: boolean;
  readonly demo: boolean;
}

/** Characters from which a name or address wraps onto so many lines that the font must shrink. */
const LONG_NAME = 48;
const LONG_ADDRESS = 36;

const isLong = (poster: PosterView, unitName: string): boolean =>
  poster.name.length > LONG_NAME || unitName.length > LONG_NAME || poster.typedAddress.length > LONG_ADDRESS;

/** One printed page, black on white; nothing depends on backgrounds, which printers may omit. */
export function Poster(props: PosterProps) {
  const { poster, unitName, addressStart, contactPhone, size, isTrial, demo } = props;
  const headingId = `poster-${poster.code}`;
  // Two marks take the place of a line each.
  const length = isLong(poster, unitName) || (demo && isTrial) ? ' poster-long' : '';
  return (
    <article class={`poster poster-${size}${length}`} aria-labelledby={headingId}>
      {demo ? <DemoBanner locale={'vi'} /> : null}
      {isTrial ? <p class="poster-trial">{staffVi.poster.trial}</p> : null}
      <p class="poster-question">{staffVi.poster.heading}</p>
      <h3 id={headingId} class="poster-counter">
        {poster.name}
      </h3>
      <p class="poster-unit">{unitName}</p>
      <div
        class="poster-qr"
        role="img"
        aria-label={staffVi.poster.qr(poster.name)}
        dangerouslySetInnerHTML={{ __html: poster.qrSvg }}
      />
      <p class="poster-steps">{staffVi.poster.steps}</p>
      <p class="poster-free">{staffVi.poster.free}</p>
      <p class="poster-type">
        {staffVi.poster.type} <strong class="address">{poster.typedAddress}</strong>
      </p>
      <p class="poster-check">
        {staffVi.poster.check} <strong class="address">{addressStart}</strong>.{' '}
        {contactPhone === null ? staffVi.poster.ifNot : staffVi.poster.ifNotCall(contactPhone)}
      </p>
      <p class="poster-nobody">{staffVi.poster.nobody}</p>
    </article>
  );
}
