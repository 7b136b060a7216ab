import { transactionFileVi } from '../messages/transaction-file.vi.ts';
import type { ReadImport } from '../types/transaction-import.ts';
import { ScrollFrame } from './ScrollFrame.tsx';

const words = transactionFileVi.preview;

export type ColumnMark = keyof typeof words.marks;

interface PreviewProps {
  readonly read: ReadImport;
  readonly marks: ReadonlyMap<number, ColumnMark>;
}

/** The first rows of a spreadsheet; columns that the import uses are highlighted. */
export function SheetPreview({ read, marks }: PreviewProps) {
  const [heading, ...rows] = read.preview;
  const name = read.sheets[read.sheet]?.name ?? '';
  const frame = (column: number) => (marks.has(column) ? 'on' : undefined);
  return (
    <ScrollFrame label={words.caption(name, read.rows, rows.length)}>
      <table class="sheet">
        <caption>{words.caption(name, read.rows, rows.length)}</caption>
        <thead>
          <tr>
            <td />
            {read.columns.map(({ index }) => {
              const mark = marks.get(index);
              return (
                <td key={index} class={frame(index)}>
                  {mark === undefined ? '' : words.marks[mark]}
                </td>
              );
            })}
          </tr>
          <tr>
            <td>{heading?.number}</td>
            {read.columns.map(({ index, heading: text }) => (
              <th key={index} scope="col" class={frame(index)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number}>
              <td>{number}</td>
              {cells.map((cell, column) => (
                <td key={`${number} ${read.columns[column]?.index}`} class={frame(column)}>
                  {cell === '' && marks.has(column) ? <span class="soft">{words.empty}</span> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
