import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';

export interface RetentionConfirmPageProps extends SignedInPageProps {
  readonly months: number;
  /** The day from which it is in force. */
  readonly since: string;
  /** Comments of weeks before this day go. */
  readonly keptFrom: string;
}

const { retention: words } = feedbackVi;

/** Asks once before comments are kept for less time, and names which of them will be deleted. */
export function renderRetentionConfirmPage(props: RetentionConfirmPageProps): string {
  const { months, since, keptFrom } = props;
  return renderDocument(
    <SignedInPage page={props} title={words.confirmTitle} marker="confirm" current="administration">
      <p>{words.confirm(months, formatDay(since, 'vi'), formatDay(keptFrom, 'vi'))}</p>
      <form class="actions" method="post" action="/quan-tri/luu-giu">
        <input type="hidden" name="months" value={String(months)} />
        <input type="hidden" name="confirm" value="yes" />
        <button type="submit" class="danger">
          {words.confirmButton}
        </button>
        <a class="button" href="/quan-tri/luu-giu">
          {accountsVi.cancel}
        </a>
      </form>
    </SignedInPage>,
  );
}
