import { renderDocument } from '../components/Document.tsx';
import { FactorSetup, type FactorSetupProps } from '../components/FactorSetup.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { TextField } from '../components/Form.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { showFaults } from '../formatting/faults.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { secondFactorVi as words } from '../messages/second-factor.vi.ts';
import type { Fault } from '../types/fault.ts';

interface SecondStepPageProps extends StaffPageProps {
  readonly userName: string;
  /** Token that proves that the password was correct. */
  readonly step: string;
  /** URL path to open afterwards; empty: the person's first page. */
  readonly next: string;
  /** Null: the person already has a second factor. */
  readonly setUp: FactorSetupProps | null;
  readonly faults: readonly Fault[];
}

/** After the password: takes a code of the authenticator app, or sets the app up if the role requires it. */
export function renderSecondStepPage(given: SecondStepPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { setUp, faults } = props;
  const title = setUp === null ? words.step.title : words.setUp.title;
  return renderDocument(
    <StaffDocument
      {...props}
      title={faults.length === 0 ? title : `${accountsVi.faultTitle}${title}`}
      marker="second-step"
    >
      <h1>{title}</h1>
      <p>{setUp === null ? words.step.intro(props.userName) : words.setUp.forced(props.userName)}</p>
      <FaultSummary faults={faults} />
      {setUp === null ? null : <FactorSetup {...setUp} />}
      <form class="form" method="post" action="/dang-nhap/buoc-hai">
        <input type="hidden" name="step" value={props.step} />
        <input type="hidden" name="next" value={props.next} />
        <TextField
          name="code"
          label={words.step.code}
          hint={setUp === null ? words.step.codeHint : words.setUp.codeHint}
          autocomplete="one-time-code"
          isLiteral
          faults={faults}
        />
        <button type="submit">{setUp === null ? words.step.button : words.setUp.button}</button>
      </form>
      {setUp === null ? <p>{words.step.lost}</p> : null}
      <p>
        <a href="/dang-nhap">{words.step.again}</a>
      </p>
    </StaffDocument>,
  );
}
