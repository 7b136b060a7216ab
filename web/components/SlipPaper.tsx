import { formatDay } from '../formatting/dates.ts';
import { slipsVi } from '../messages/slips.vi.ts';

export interface SlipPaperView {
  /** Canonical form of the code. */
  readonly code: string;
  /** The code in groups, as people read and type it. */
  readonly printedCode: string;
  /** Trusted SVG markup made by the server; inserted unescaped. */
  readonly qrSvg: string;
}

interface SlipPaperProps {
  readonly slip: SlipPaperView;
  readonly unitName: string;
  /** null: a supervisor's slip, valid at any counter. */
  readonly counterName: string | null;
  /** How every genuine address begins, without scheme. */
  readonly addressStart: string;
  /** Last valid day, `YYYY-MM-DD`. */
  readonly expiresOn: string;
  readonly isTrial: boolean;
}

/** Number of characters above which the names take so many lines that the font must shrink. */
const LONG_NAMES = 60;
const LONG_ADDRESS = 28;

const words = slipsVi.slip;

/** Black on white; nothing depends on backgrounds, which printers may omit. */
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
