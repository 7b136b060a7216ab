import { formatPeriod } from '../formatting/periods.ts';
import { citizenMessages } from '../messages/citizen.ts';
import { filesVi } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { PeriodName, ReportView } from '../types/report-view.ts';

/** For programs that cannot read the file name with diacritics. */
const ASCII_NAMES = {
  workbook: 'so-lieu-hai-long',
  week: 'so-lieu-tuan',
  draft: 'du-thao-bao-cao',
  upward: 'gui-cap-tren',
  picture: 'muc-do-hai-long',
} as const;

interface NamedReport {
  readonly unit: ReportView['unit'];
  readonly trial?: boolean | undefined;
  readonly period: PeriodName & { readonly closed_at: string | null };
}

/**
 * A file's name in ASCII and with diacritics: document, unit, counter, period. Provisional, trial and demo
 * figures are named as such, so that nobody mistakes the file for a final one.
 */
export function fileNames(
  kind: keyof typeof ASCII_NAMES,
  { unit, period, trial }: NamedReport,
  ending: string,
  demo: boolean,
  counter: { readonly code: string; readonly name: string } | null = null,
): { readonly asciiName: string; readonly name: string } {
  const isProvisional = period.closed_at === null;
  const name = [
    demo ? filesVi.names.made : null,
    trial === true ? citizenMessages('vi').trial.mark : null,
    filesVi.names[kind],
    unit.name,
    counter?.name ?? null,
    formatPeriod(period, words),
    isProvisional ? filesVi.names.provisional : null,
  ];
  const asciiName = [
    demo ? 'so-lieu-gia' : null,
    trial === true ? 'chay-thu' : null,
    ASCII_NAMES[kind],
    unit.code,
    counter?.code ?? null,
    period.id,
    isProvisional ? 'tam-tinh' : null,
  ];
  const join = (parts: readonly (string | null)[], between: string): string =>
    `${parts.filter((part) => part !== null).join(between)}.${ending}`;
  return { asciiName: join(asciiName, '-'), name: join(name, ' - ') };
}
