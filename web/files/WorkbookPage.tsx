import { renderToString } from 'preact-render-to-string';
import type { Sheet, Workbook } from '../types/workbook.ts';

const STYLE =
  ':root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:1rem}table{border-collapse:collapse}' +
  'th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}' +
  'td.number{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}';

const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** The sheets as one HTML page that can be saved: no script, no external resource. */
export const renderWorkbookPage = ({ sheets }: Workbook): string =>
  `<!doctype html>${renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{sheets[0]?.notes[0] ?? ''}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        {sheets.map((sheet, index) => (
          <SheetTable sheet={sheet} isFirst={index === 0} />
        ))}
      </body>
    </html>,
  )}`;

function SheetTable({ sheet, isFirst }: { readonly sheet: Sheet; readonly isFirst: boolean }) {
  const [title, ...notes] = isFirst ? sheet.notes : [sheet.name, ...sheet.notes];
  return (
    <section>
      {isFirst ? <h1>{title}</h1> : <h2>{title}</h2>}
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      {sheet.rows.length === 0 ? null : (
        <div class="wide">
          <table>
            <thead>
              <tr>
                {sheet.columns.map(({ header }) => (
                  <th scope="col">{header}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.rows.map((row) => (
                <tr>
                  {row.map((value) => (
                    <td {...(typeof value === 'number' ? { class: 'number' } : {})}>
                      {typeof value === 'number' ? format.format(value) : value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
