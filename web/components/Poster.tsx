import { staffVi } from '../messages/staff.vi.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { Face } from './Face.tsx';

export type PosterSize = 'a4' | 'a5';

export interface PosterView {
  readonly code: string;
  readonly name: string;
  /** URL of the survey without `https://`, for people who type it: `khaosat.dongson.gov.vn/k/k7mpx`. */
  readonly typedAddress: string;
  /** SVG made by the server; inserted without escaping. */
  readonly qrSvg: string;
}

interface PosterProps {
  readonly poster: PosterView;
  readonly unitName: string;
  /** How the URL of every genuine survey begins, without `https://`. */
  readonly addressStart: string;
  readonly contactPhone: string | null;
  readonly size: PosterSize;
  readonly isTrial: boolean;
  readonly demo: boolean;
}

/** Longer names and URLs (in characters) get a smaller font, so that the poster fits on its page. */
const LONG_NAME = 48;
const LONG_ADDRESS = 36;

const isLong = (poster: PosterView, unitName: string): boolean =>
  poster.name.length > LONG_NAME || unitName.length > LONG_NAME || poster.typedAddress.length > LONG_ADDRESS;

const LEVELS = ['1', '2', '3', '4', '5'] as const;
/**
 * Three steps, as SVG paths on 40 × 40 units: phone, QR code in a camera, tick. No face, which would suggest an answer.
 */
const STEP_DRAWINGS = [
  'M14 3h12a3 3 0 0 1 3 3v28a3 3 0 0 1-3 3H14a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3zM18 32.5h4M15 12h2l1-2h4l1 2h2M25 17a5 5 0 1 1-10 0a5 5 0 1 1 10 0z',
  'M5 13V5h8M27 5h8v8M35 27v8h-8M13 35H5v-8M5 20h30M12 12h5v5h-5zM23 12h5v5h-5zM12 23h5v5h-5zM23 23h5v5h-5',
  'M36 20a16 16 0 1 1-32 0a16 16 0 1 1 32 0zM12 20.5l5.5 5.5L28 14.5',
];

/** One printed page. The coloured band is an SVG, because browsers do not print CSS backgrounds by default. */
export function Poster(props: PosterProps) {
  const { poster, unitName, addressStart, contactPhone, size, isTrial, demo } = props;
  const headingId = `poster-${poster.code}`;
  // Each of the banners for demo data and for the trial takes a line.
  const length = isLong(poster, unitName) || (demo && isTrial) ? ' poster-long' : '';
  return (
    <article class={`poster poster-${size}${length}`} aria-labelledby={headingId}>
      {demo ? <DemoBanner locale={'vi'} /> : null}
      {isTrial ? <p class="poster-trial">{staffVi.poster.trial}</p> : null}
      <div class="poster-band">
        <svg class="poster-ground" aria-hidden="true">
          <rect width="100%" height="100%" rx="8" />
        </svg>
        <p class="poster-unit">{unitName}</p>
        <p class="poster-question">{staffVi.poster.heading}</p>
        <p class="poster-faces">
          {LEVELS.map((level) => (
            <Face key={level} level={level} />
          ))}
        </p>
      </div>
      <h3 id={headingId} class="poster-counter">
        {poster.name}
      </h3>
      <div
        class="poster-qr"
        role="img"
        aria-label={staffVi.poster.qr(poster.name)}
        dangerouslySetInnerHTML={{ __html: poster.qrSvg }}
      />
      <ol class="poster-steps">
        {staffVi.poster.steps.map((step, index) => (
          <li key={step}>
            <svg viewBox="0 0 40 40" aria-hidden="true">
              <path d={STEP_DRAWINGS[index]} />
            </svg>
            <span>
              <b>{index + 1}.</b> {step}
            </span>
          </li>
        ))}
      </ol>
      <p class="poster-free">{staffVi.poster.free}</p>
      <p class="poster-use">{staffVi.poster.use}</p>
      <div class="poster-foot">
        <p>
          {staffVi.poster.who} {staffVi.poster.nobody}
        </p>
        <p>
          {staffVi.poster.type} <b class="address">{poster.typedAddress}</b> · {staffVi.poster.check}{' '}
          <b class="address">{addressStart}</b>;{' '}
          {contactPhone === null ? staffVi.poster.ifNot : staffVi.poster.ifNotCall(contactPhone)}
        </p>
      </div>
    </article>
  );
}
