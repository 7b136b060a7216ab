import { formatDay } from '../formatting/dates.ts';
import { slipsVi } from '../messages/slips.vi.ts';

export interface SlipPaperView {
  /** Without hyphens, as in the URL. */
  readonly code: string;
  /** With hyphens between groups of characters, as people read and type it. */
  readonly printedCode: string;
  /** SVG made by the server; inserted without escaping. */
  readonly qrSvg: string;
}

interface SlipPaperProps {
  readonly slip: SlipPaperView;
  readonly unitName: string;
  /** Null: a slip of a supervisor, valid at any counter. */
  readonly counterName: string | null;
  /** How the URL of every genuine survey begins, without `https://`. */
  readonly addressStart: string;
  /** Last day on which the slip is valid, `YYYY-MM-DD`. */
  readonly expiresOn: string;
  readonly isTrial: boolean;
}

/** Longer names (in characters) get a smaller font, so that the slip keeps its size. */
const LONG_NAMES = 60;
const LONG_ADDRESS = 28;

const words = slipsVi.slip;

/** Has no CSS backgrounds, because browsers do not print them by default. */
export function SlipPaper(props: SlipPaperProps) {
  const { slip, unitName, counterName, addressStart, expiresOn, isTrial } = props;
  const place = counterName === null ? unitName : `${counterName} – ${unitName}`;
  const isLong = place.length > LONG_NAMES || addressStart.length > LONG_ADDRESS;
  return (
    <article class={isLong ? 'slip slip-long' : 'slip'}>
      <div
        class="slip-qr"
        role="img"
        aria-label={words.qr(slip.printedCode)}
        dangerouslySetInnerHTML={{ __html: slip.qrSvg }}
      />
      <div class="slip-text">
        <p class="slip-scan">
          {words.scan} {isTrial ? <span class="slip-trial">{words.trial}</span> : null}
        </p>
        <p class="slip-heading">{words.heading}</p>
        <p class="slip-place">{place}</p>
        <p class="slip-code">{slip.printedCode}</p>
        <p>
          {words.type} <b class="slip-address">{addressStart}</b>. {words.note(formatDay(expiresOn, 'vi'))}{' '}
          <b>{words.nobody}</b>
        </p>
      </div>
    </article>
  );
}
