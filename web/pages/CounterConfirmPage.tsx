import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { unitSettingsVi } from '../messages/unit-settings.vi.ts';

interface CounterConfirmPageProps extends SignedInPageProps {
  readonly act: 'close' | 'merge';
  readonly counter: { readonly name: string; readonly href: string };
  /** null: none is named. */
  readonly successor: { readonly code: string; readonly name: string } | null;
}

const words = unitSettingsVi.confirm;

/** Confirmation before a counter is closed or merged; names the consequences. */
export function renderCounterConfirmPage(props: CounterConfirmPageProps): string {
  const { act, counter, successor } = props;
  const isMerge = act === 'merge';
  return renderDocument(
    <SignedInPage page={props} title={words.title} marker="confirm" current="administration">
      <p>{isMerge ? words.merge(counter.name, successor?.name ?? '') : words.close(counter.name)}</p>
      {isMerge ? null : <p>{successor === null ? words.closeForNone : words.closeFor(successor.name)}</p>}
      <form class="actions" method="post" action={`${counter.href}/${isMerge ? 'gop' : 'dong'}`}>
        <input type="hidden" name="confirm" value="yes" />
        <input type="hidden" name={isMerge ? 'into' : 'successor'} value={successor?.code ?? ''} />
        <button type="submit" class="danger">
          {isMerge ? words.mergeButton : words.closeButton}
        </button>
        <a class="button" href={counter.href}>
          {words.no}
        </a>
      </form>
    </SignedInPage>,
  );
}
