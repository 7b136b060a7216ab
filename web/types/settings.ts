import type { SipasView } from './report-view.ts';

/** A rule that sets ballots aside: on or off, and from where on. */
export interface RuleValue {
  readonly is_on: boolean;
  /** Null for a rule without one. */
  readonly threshold: number | null;
}

/** What a threshold may be. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The value of a dated setting; of opening hours no more is shown than that there are some. */
export type SettingValue = number | RuleValue | SipasView | { readonly week: readonly object[] } | null;

/** A change that is asked about; days are `YYYY-MM-DD`. `from` and `stays` null: nothing is set. */
export type AskedChange =
  | {
      readonly act: 'change';
      readonly since: string;
      readonly from: SettingValue;
      readonly to: SettingValue;
      /** Days that the sentence names besides. */
      readonly effects: Readonly<Record<string, string>>;
    }
  | {
      readonly act: 'withdraw';
      readonly since: string;
      readonly withdrawn: SettingValue;
      readonly stays: SettingValue;
    };
