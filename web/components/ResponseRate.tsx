import { lastDayBefore } from '../formatting/dates.ts';
import { formatPercent } from '../formatting/numbers.ts';
import { sayResponse } from '../formatting/status-sentences.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import { transactionsVi } from '../messages/transactions.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import type { StaffPageName } from '../types/signed-in.ts';

interface ResponseRateProps {
  readonly report: ReportView;
  /** The pages that the reader may open; the one for transactions is linked where it is among them. */
  readonly pages: readonly StaffPageName[];
  readonly words: FigureMessages;
}

/**
 * How many of those who came answered, with the number of transactions behind it; once the period is over,
 * also that the number is not there. Of a running period it is never known and nothing is said.
 */
export function ResponseRate({ report, pages, words }: ResponseRateProps) {
  const { response } = words;
  const { n } = report.transactions;
  if (n === null) {
    if (lastDayBefore(report.as_of) < report.period.to) return null;
    // What is entered after the closing does not get into the stored report, so nobody is sent to enter it.
    if (report.period.closed_at !== null) return <p class="response">{response.unknownAtClosing}</p>;
    return (
      <p class="response">
        {response.unknown}{' '}
        {pages.includes('transactions') ? <a href="/can-bo/giao-dich">{transactionsVi.open}</a> : null}
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
