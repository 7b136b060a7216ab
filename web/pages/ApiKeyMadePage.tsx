import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { apiKeysVi } from '../messages/api-keys.vi.ts';

interface ApiKeyMadePageProps extends SignedInPageProps {
  readonly name: string;
  /** The whole secret key. Only its hash is stored, so no other page can show it. */
  readonly apiKey: string;
}

const words = apiKeysVi.made;

export function renderApiKeyMadePage(props: ApiKeyMadePageProps): string {
  return renderDocument(
    <SignedInPage page={props} title={words.title} intro={words.intro(props.name)} marker="api-key">
      <p id="key-label">{words.label}</p>
      <p class="address" id="key">
        {props.apiKey}
      </p>
      <p>
        <button type="button" class="quiet" data-copy="key" data-copied={words.copied} hidden>
          {words.copy}
        </button>
      </p>
      <p class="note note-strong">{words.careful}</p>
      <p>
        <a class="button" href="/quan-tri/khoa-api">
          {words.back}
        </a>
      </p>
    </SignedInPage>,
  );
}
