import { fileNames } from '../files/file-names.ts';
import { sayDataWarning } from '../formatting/data-warning.ts';
import { sayReportLine } from '../formatting/report-line.ts';
import { filesVi as files } from '../messages/files.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { FixFirstView, ReportView, VerdictView } from '../types/report-view.ts';

interface HandOverProps {
  readonly unitName: string;
  readonly demo: boolean;
  readonly current: { readonly report: ReportView; readonly verdict: VerdictView };
  readonly fixFirst: FixFirstView | null;
  readonly itemNames: Readonly<Record<string, string>>;
  readonly seal: { readonly short: string } | null;
}

/**
 * What a leader forwards from a phone: a line to copy, and the card as an image. The two buttons are hidden until the
 * page's script runs; without it the line can be selected and copied by hand.
 */
export function HandOver(props: HandOverProps) {
  const { unitName, demo, current, fixFirst, itemNames, seal } = props;
  const { report, verdict } = current;
  const line = sayReportLine(
    {
      unitName,
      report,
      verdict,
      fixFirst,
      itemNames,
      seal: seal?.short ?? null,
      warning: sayDataWarning(demo, report),
    },
    staffVi,
  );
  return (
    <section class="screen-only" aria-labelledby="hand-over">
      <h2 id="hand-over">{files.heading}</h2>
      <p class="soft">{files.line.label}:</p>
      <p class="report-line" id="report-line">
        {line}
      </p>
      <p class="actions">
        <button
          type="button"
          class="by-script"
          data-copy="report-line"
          data-done={files.line.copied}
          data-failed={files.line.notCopied}
        >
          {files.line.copy}
        </button>
        <button
          type="button"
          class="by-script"
          data-picture={fileNames('picture', report, 'png', demo).name}
          data-done={files.picture.saved}
          data-foot={[staffVi.status.notSipas, seal === null ? null : files.line.seal(seal.short)]
            .filter((part) => part !== null)
            .join('\n')}
        >
          {files.picture.button}
        </button>
      </p>
      <p class="soft" role="status" id="hand-over-done" />
      <p class="soft by-hand">{files.picture.byHand}</p>
      <p>
        <a href="#files">{files.toFiles}</a>
      </p>
    </section>
  );
}
