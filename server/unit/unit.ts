import type { Day } from '../lib/day.ts';

/** A body whose service is rated: the People's Committee of a commune or ward, or its service centre (đơn vị). */
export interface Unit {
  /** Lower-case letters, digits and hyphens; kept through renamings and mergers. */
  readonly code: string;
  /** The agency's electronic code (mã định danh điện tử), `agency_code` in files. */
  readonly official_code: string | null;
  readonly name: string;
  /** The office above that monitors administrative reform; empty: not filled in. */
  readonly receiver: string;
  /** Shown to citizens who want a reply; null: not filled in. */
  readonly contact_phone: string | null;
  /** No period that ended before this day is reported. */
  readonly opened_on: Day;
  /** What the unit calls itself: xã, phường, đặc khu, or another word. Empty until the unit is named. */
  readonly kind: string;
  /** Code of the administrative unit in the official statistics. Empty: not filled in. */
  readonly area_code: string;
  /** The agency to which a service centre belongs (cơ quan chủ quản). */
  readonly head_agency: string;
  /** Where people are served, one place a line. */
  readonly places: string;
  /** Name of the office above that receives reports on procedures; '' if not set. */
  readonly procedures_receiver: string;
}

export const EMPTY_PROFILE = {
  kind: '',
  area_code: '',
  head_agency: '',
  places: '',
  procedures_receiver: '',
} satisfies Partial<Unit>;

/** Offices that receive the reports: none, one or two. */
export const receiversOf = ({
  receiver,
  procedures_receiver,
}: Pick<Unit, 'receiver' | 'procedures_receiver'>): string[] =>
  [receiver, procedures_receiver].filter((name) => name !== '');
