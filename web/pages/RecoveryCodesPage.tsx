import { renderDocument } from '../components/Document.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { secondFactorVi as words } from '../messages/second-factor.vi.ts';

interface RecoveryCodesPageProps extends StaffPageProps {
  readonly userName: string;
  readonly codes: readonly string[];
  readonly isNew: boolean;
  readonly next: string;
}

/** The codes are shown once only, because the server stores only their hashes. */
export function renderRecoveryCodesPage(props: RecoveryCodesPageProps): string {
  return renderDocument(
    <StaffDocument {...props} title={words.recovery.title} marker="recovery-codes">
      <h1>{words.recovery.title}</h1>
      {props.isNew ? (
        <p class="done" role="status">
          {words.recovery.done}
        </p>
      ) : null}
      <p>{words.recovery.intro}</p>
      <h2>{words.recovery.list(props.userName)}</h2>
      <ol class="recovery">
        {props.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p class="screen-only">
        <a class="button" href={props.next}>
          {words.recovery.next}
        </a>
      </p>
    </StaffDocument>,
  );
}
