import { formatDay } from '../formatting/dates.ts';
import { slipsVi } from '../messages/slips.vi.ts';

/** What one slip of paper says. */
export interface SlipPaperView {
  /** The code in its one form. */
  readonly code: string;
  /** The same as people read and type it, in groups. */
  readonly printedCode: string;
  /** Markup of the QR code, made by the server from an address of its own; goes into the page as it is. */
  readonly qrSvg: string;
}

interface SlipPaperProps {
  readonly slip: SlipPaperView;
  readonly unitName: string;
  /** null: a supervisor's slip, for any counter. */
  readonly counterName: string | null;
  /** What a genuine address begins with, without its scheme. */
  readonly addressStart: string;
  /** The last day on which it can be used, `YYYY-MM-DD`. */
  readonly expiresOn: string;
  readonly isTrial: boolean;
}

/** Characters from which the names take so many lines that the letters must be smaller. */
const LONG_NAMES = 60;
const LONG_ADDRESS = 28;

const words = slipsVi.slip;

/** One slip: black on white, nothing told by a background, read from arm's length. */
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
        {isTrial ? <p class="slip-trial">{words.trial}</p> : null}
        <p class="slip-heading">{words.heading}</p>
        <p class="slip-place">{place}</p>
        <p>
          {words.type} <b class="slip-address">{addressStart}</b>, {words.code}
        </p>
        <p class="slip-code">{slip.printedCode}</p>
        <p>{words.note(formatDay(expiresOn, 'vi'))}</p>
        <p class="slip-nobody">{words.nobody}</p>
      </div>
    </article>
  );
}
