import { lastDayBefore } from '../formatting/dates.ts';
import { formatPercent } from '../formatting/numbers.ts';
import { sayResponse } from '../formatting/status-sentences.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import { transactionsVi } from '../messages/transactions.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { STAFF_PAGES } from './StaffNavigation.tsx';

interface ResponseRateProps {
  readonly report: ReportView;
  /** URL paths that the reader may open; decides whether the page of transactions is linked. */
  readonly pages: readonly string[];
  readonly words: FigureMessages;
}

/** While a period is open, an unknown number of transactions is not mentioned. */
export function ResponseRate({ report, pages, words }: ResponseRateProps) {
  const { response } = words;
  const { n } = report.transactions;
  if (n === null) {
    if (lastDayBefore(report.as_of) < report.period.to) return null;
    // A number entered after the close does not change the stored report, so the page does not ask for it.
    if (report.period.closed_at !== null) return <p class="response">{response.unknownAtClosing}</p>;
    return (
      <p class="response">
        {response.unknown}{' '}
        {pages.includes(STAFF_PAGES.transactions) ? (
          <a href={STAFF_PAGES.transactions}>{transactionsVi.open}</a>
        ) : null}
      </p>
    );
  }
  const rate = report.response_rate_percent;
  return (
    <p class="response">
      {rate === null || rate > 100
        ? response.count(n)
        : response.rate(n, formatPercent(rate, null, words.locale))}{' '}
      {sayResponse(report, words)}
    </p>
  );
}
