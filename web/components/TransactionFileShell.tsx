import type { ComponentChildren } from 'preact';
import { transactionFileVi as words } from '../messages/transaction-file.vi.ts';
import { SignedInPage, type SignedInPageProps } from './SignedInPage.tsx';

interface ShellProps {
  readonly page: SignedInPageProps;
  readonly fileName: string;
  /** Index of the current step, from 0. */
  readonly step: number;
  readonly isFaulty?: boolean;
  readonly children: ComponentChildren;
}

export function TransactionFileShell({ page, fileName, step, isFaulty = false, children }: ShellProps) {
  return (
    <SignedInPage
      page={page}
      title={words.title(fileName)}
      marker="transactions-file"
      current="transactions"
      isFaulty={isFaulty}
    >
      <p class="crumb">
        <a href="/can-bo/giao-dich">‹ {words.back}</a>
      </p>
      <ol class="steps" aria-label={words.stepsLabel}>
        {words.steps.map((name, index) => (
          <li key={name} {...(index === step ? { 'aria-current': 'step' as const } : {})}>
            <b>{index + 1}</b> {name}
          </li>
        ))}
      </ol>
      {children}
    </SignedInPage>
  );
}
