import { filesVi as files } from '../messages/files.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { FileLinks } from './FileLinks.tsx';

export function LeaderFiles({ report }: { readonly report: ReportView }) {
  const at = (file: string): string => `/lanh-dao/${file}?ky=${encodeURIComponent(report.period.id)}`;
  return (
    <section class="screen-only" aria-labelledby="files">
      <h2 id="files">{files.download}</h2>
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
