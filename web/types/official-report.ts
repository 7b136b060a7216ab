export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A dotted line to be filled in by the office. */
  | { readonly kind: 'blank'; readonly text: string }
  /** Large figures side by side, each with the lines of text below it. */
  | { readonly kind: 'figures'; readonly cells: readonly (readonly string[])[] }
  | ReportTable
  | ReportChart;

export interface ReportTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly {
    readonly header: string;
    /** Width in relation to the other columns. */
    readonly width: number;
    readonly align: 'left' | 'right';
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** Shares by week with their 95 % intervals, in percent. */
export interface ReportChart {
  readonly kind: 'chart';
  readonly caption: string;
  readonly description: string;
  readonly names: { readonly share: string; readonly target: string };
  /** Percent; null: no target is set. */
  readonly target: number | null;
  /** Percent at which the axis begins. */
  readonly lowest: number;
  readonly weeks: readonly {
    readonly label: string;
    readonly percent: number | null;
    readonly interval: { readonly low: number; readonly high: number } | null;
  }[];
}

/** A draft report with the parts that NĐ 30/2020/NĐ-CP requires. */
export interface OfficialReport {
  /** Printed on every page, such as a warning about demo data; null: none. */
  readonly warning: string | null;
  readonly draft: string;
  /** Names of superior agencies, printed above `agency`, one per line; empty: none. */
  readonly headAgency: readonly string[];
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
  readonly signature: { readonly titles: readonly string[]; readonly note: string };
}
