import { fileNames } from '../files/file-names.ts';
import { sayDataWarning } from '../formatting/data-warning.ts';
import { sayReportLine } from '../formatting/report-line.ts';
import { filesVi as files } from '../messages/files.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { LowCounterView } from '../types/leader-view.ts';
import type { FixFirstView, ReportView } from '../types/report-view.ts';

interface HandOverProps {
  readonly unitName: string;
  readonly demo: boolean;
  readonly current: { readonly report: ReportView };
  readonly lowCounters: readonly LowCounterView[];
  readonly fixFirst: FixFirstView | null;
  readonly itemNames: Readonly<Record<string, string>>;
  readonly seal: { readonly short: string } | null;
}

/**
 * For forwarding a result from a phone: a line to copy, and the main result as an image. The buttons are hidden
 * until the page's script runs; people can also select and copy the line.
 */
export function HandOver(props: HandOverProps) {
  const { unitName, demo, current, lowCounters, fixFirst, itemNames, seal } = props;
  const { report } = current;
  const line = sayReportLine(
    {
      unitName,
      report,
      lowCounters,
      fixFirst,
      itemNames,
      seal: seal?.short ?? null,
      warning: sayDataWarning(demo, report),
    },
    staffVi,
  );
  const at = (file: string): string => `/lanh-dao/${file}?ky=${encodeURIComponent(report.period.id)}`;
  return (
    <section class="hand-over screen-only" aria-labelledby="hand-over">
      <h2 id="hand-over" class="vh">
        {files.heading}
      </h2>
      <p class="actions">
        <button
          type="button"
          class="by-script button-main"
          data-copy="report-line"
          data-done={files.line.copied}
          data-failed={files.line.notCopied}
        >
          {files.line.copy}
        </button>{' '}
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
        </button>{' '}
        <button type="button" class="by-script" data-print="">
          {files.print}
        </button>{' '}
        <a class="button" href={at('bao-cao.docx')}>
          Word
        </a>{' '}
        <a class="button" href={at('so-lieu.xlsx')}>
          Excel
        </a>
      </p>
      <p class="soft" role="status" id="hand-over-done" />
      <p class="report-line" id="report-line">
        {line}
      </p>
      <p class="soft by-hand">{files.picture.byHand}</p>
    </section>
  );
}
