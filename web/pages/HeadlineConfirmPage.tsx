import { renderDocument } from '../components/Document.tsx';
import { ConfirmForm } from '../components/SettingForm.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { slipMessages } from '../messages/slips.ts';

export interface HeadlineConfirmPageProps extends SignedInPageProps {
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly to: 'all' | 'single-use';
  /** What was typed, to be sent again with the yes. */
  readonly fields: Readonly<Record<string, string>>;
}

const words = slipMessages('vi').headline;

/** Asks before another figure comes first, and names what will be. */
export function renderHeadlineConfirmPage(props: HeadlineConfirmPageProps): string {
  return renderDocument(
    <SignedInPage page={props} title={words.confirmTitle} marker="confirm" current="administration">
      <p>
        <b>{words.confirm(formatDay(props.since, 'vi'), words.values[props.to])}</b>
      </p>
      <p>{words.confirmEffect}</p>
      <ConfirmForm
        action="/quan-tri/con-so-chinh"
        fields={props.fields}
        button={words.confirmButton}
        back="/quan-tri/con-so-chinh"
      />
    </SignedInPage>,
  );
}
