import type { ExternalFigureView } from './report-view.ts';

export interface RuleValue {
  readonly is_on: boolean;
  /** Null for a rule without a threshold. */
  readonly threshold: number | null;
}

export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Value of any setting; the variant with `week` is the setting of opening hours. */
export type SettingValue =
  | number
  | string
  | RuleValue
  | Omit<ExternalFigureView, 'code'>
  | { readonly week: readonly object[] }
  | null;

/** A change to be confirmed; days are `YYYY-MM-DD`. `from` and `stays` null: no value. */
export type AskedChange =
  | {
      readonly act: 'change';
      readonly since: string;
      readonly from: SettingValue;
      readonly to: SettingValue;
      /**
       * Days that follow from the change, by name, for the confirmation: `keptFrom` is the first day whose
       * comments are kept. Empty for most settings.
       */
      readonly effects: Readonly<Record<string, string>>;
    }
  | {
      readonly act: 'withdraw';
      readonly since: string;
      readonly withdrawn: SettingValue;
      readonly stays: SettingValue;
    };
