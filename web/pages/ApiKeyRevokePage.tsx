import { renderDocument } from '../components/Document.tsx';
import { ConfirmForm } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { apiKeysVi } from '../messages/api-keys.vi.ts';

interface ApiKeyRevokePageProps extends SignedInPageProps {
  readonly name: string;
  readonly action: string;
}

const words = apiKeysVi.revoke;

export function renderApiKeyRevokePage(props: ApiKeyRevokePageProps): string {
  return renderDocument(
    <SignedInPage page={props} title={words.title} marker="confirm" current="administration">
      <p>{words.text(props.name)}</p>
      <ConfirmForm action={props.action} fields={{}} button={words.button} back="/quan-tri/khoa-api" />
    </SignedInPage>,
  );
}
