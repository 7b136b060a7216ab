import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { SlipPaper, type SlipPaperView } from '../components/SlipPaper.tsx';
import { slipsVi as words } from '../messages/slips.vi.ts';

interface SlipSheetsPageProps extends SignedInPageProps {
  /** Null: slips of a supervisor, valid at any counter. */
  readonly counterName: string | null;
  /** Beginning of the URLs on the slips: `https://khaosat.dongson.gov.vn`. */
  readonly publicAddress: string;
  readonly isTrial: boolean;
  /** Last day on which the slips are valid, `YYYY-MM-DD`. */
  readonly expiresOn: string;
  readonly slipsOnSheet: number;
  readonly slips: readonly SlipPaperView[];
}

/** A batch of slips to print. It is shown once only, because the server stores only the hashes of the codes. */
export function renderSlipSheetsPage(props: SlipSheetsPageProps): string {
  const { slips, slipsOnSheet, publicAddress } = props;
  const sheets = Array.from({ length: Math.ceil(slips.length / slipsOnSheet) }, (_, index) =>
    slips.slice(index * slipsOnSheet, (index + 1) * slipsOnSheet),
  );
  return renderDocument(
    <SignedInPage page={props} title={words.printTitle} marker="slip-sheets" current="posters">
      <div class="screen-only">
        <p>
          <strong>{words.printIntro(slips.length, sheets.length)}</strong>
        </p>
        <p>{words.printScale}</p>
        {props.isTrial ? <p class="note note-strong">{words.trial}</p> : null}
        <p>
          <a class="button" href="/can-bo/ma-qr/phieu">
            {words.back}
          </a>
        </p>
      </div>
      {sheets.map((sheet, index) => (
        <div class="slip-sheet" key={index}>
          {sheet.map((slip) => (
            <SlipPaper
              key={slip.code}
              slip={slip}
              unitName={props.unitName}
              counterName={props.counterName}
              addressStart={publicAddress.replace(/^https?:\/\//, '')}
              expiresOn={props.expiresOn}
              isTrial={props.isTrial}
            />
          ))}
        </div>
      ))}
    </SignedInPage>,
  );
}
