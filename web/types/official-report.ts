import type { Chart } from './chart.ts';

/** Text of a report in the order in which it is read. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Left for the office to write: shown as such. */
  | { readonly kind: 'blank'; readonly text: string }
  | ReportTable
  | ReportPicture;

export interface ReportTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly {
    readonly header: string;
    /** In parts of the table's width; they add up to whatever. */
    readonly width: number;
    readonly align: 'left' | 'right';
  }[];
  readonly rows: readonly (readonly string[])[];
}

export interface ReportPicture {
  readonly kind: 'picture';
  readonly caption: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly picture: Chart;
}

/** The draft of a report with the components of NĐ 30/2020/NĐ-CP; what only the office knows stays blank. */
export interface OfficialReport {
  /** On every page, such as that the data is made up; null: nothing. */
  readonly warning: string | null;
  readonly draft: string;
  readonly agency: readonly string[];
  readonly number: string;
  readonly nation: string;
  readonly motto: string;
  readonly placeAndDate: string;
  readonly kind: string;
  readonly subject: readonly string[];
  readonly addressee: string;
  readonly blocks: readonly ReportBlock[];
  readonly recipients: { readonly heading: string; readonly lines: readonly string[] };
  readonly signature: readonly string[];
}
