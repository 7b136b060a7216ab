import { sayReportLine } from '../formatting/report-line.ts';
import { citizenMessages } from '../messages/citizen.ts';
import { filesVi as files } from '../messages/files.vi.ts';
import type { StaffMessages } from '../messages/staff.vi.ts';
import { fileNames } from '../pages/file-names.ts';
import type { BesideView, FixFirstView, ReportView, VerdictView } from '../pages/report-view.ts';
import { FileLinks } from './FileLinks.tsx';

interface HandOverProps {
  readonly unitName: string;
  readonly demo: boolean;
  readonly current: {
    readonly report: ReportView;
    readonly verdict: VerdictView;
    readonly beside?: BesideView | null;
  };
  readonly fixFirst: FixFirstView | null;
  readonly itemNames: Readonly<Record<string, string>>;
  readonly seal: { readonly short: string } | null;
  readonly words: StaffMessages;
}

/**
 * What a leader passes on: the line for a message, the card as a picture, and the files. The line can be
 * chosen and copied by hand; the two buttons come to light with the page's script.
 */
export function HandOver(props: HandOverProps) {
  const { unitName, demo, current, fixFirst, itemNames, seal, words } = props;
  const { report, verdict, beside } = current;
  const line = sayReportLine(
    {
      unitName,
      report,
      verdict,
      fixFirst,
      itemNames,
      isSlips: beside?.kind === 'all',
      seal: seal?.short ?? null,
      warning: demo ? citizenMessages('vi').demoBanner : null,
    },
    words,
  );
  const at = (file: string): string => `/lanh-dao/${file}?ky=${encodeURIComponent(report.period.id)}`;
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
          hidden
          data-copy="report-line"
          data-done={files.line.copied}
          data-failed={files.line.notCopied}
        >
          {files.line.copy}
        </button>
        <button
          type="button"
          hidden
          data-picture={fileNames('picture', report, 'png', demo).name}
          data-done={files.picture.saved}
          data-foot={[words.status.notSipas, seal === null ? null : files.line.seal(seal.short)]
            .filter((part) => part !== null)
            .join(' ')}
        >
          {files.picture.button}
        </button>
      </p>
      <p class="soft" role="status" id="hand-over-done" />
      <noscript>
        <p class="soft">{files.picture.withoutScript}</p>
      </noscript>
      <FileLinks
        links={[
          { href: at('bao-cao.docx'), text: files.draft },
          { href: at('so-lieu.xlsx'), text: files.workbook },
          { href: at('so-lieu.csv'), text: files.csv },
        ]}
      />
      <h3>{files.upward.heading}</h3>
      <p class="soft">{files.upward.what}</p>
      {report.period.closed_at === null ? <p class="note">{files.upward.provisional}</p> : null}
      <FileLinks
        links={[
          { href: at('gui-cap-tren.xlsx'), text: files.upward.xlsx },
          { href: at('gui-cap-tren.json'), text: files.upward.json },
        ]}
      />
    </section>
  );
}
