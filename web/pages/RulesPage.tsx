import { renderDocument } from '../components/Document.tsx';
import { sayDays, sayNext } from '../components/SetAsideRules.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatCount } from '../formatting/numbers.ts';
import { type RuleStateView, ruleName, ruleText } from '../formatting/rule-words.ts';
import { trustVi as words } from '../messages/trust.vi.ts';

interface RulesPageProps extends SignedInPageProps {
  /** In the order in which they judge a ballot. */
  readonly rules: readonly (RuleStateView & { readonly href: string })[];
  readonly mayChange: boolean;
  /** Ballots that each rule would have set aside; null after the official start. */
  readonly trialCounts: readonly { readonly id: string; readonly n: number }[] | null;
}

/** `/quan-tri/quy-tac`: the rules that set ballots aside. */
export function renderRulesPage(props: RulesPageProps): string {
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.page.title}
      intro={words.page.intro}
      marker="rules"
      mayChange={props.mayChange}
    >
      {props.trialCounts === null ? null : (
        <p class="note">
          {words.public.trial} {sayTrialCounts(props.trialCounts)}
        </p>
      )}
      {props.rules.map((rule) => (
        <section key={rule.id} aria-labelledby={rule.id}>
          <h2 id={rule.id}>{ruleName(rule.id, words)}</h2>
          <RuleFacts rule={rule} />
          {props.mayChange ? (
            <p>
              <a class="button" href={rule.href} aria-label={words.page.changeOf(ruleName(rule.id, words))}>
                {words.page.change}
              </a>
            </p>
          ) : null}
        </section>
      ))}
    </SignedInPage>,
  );
}

const sayTrialCounts = (counts: NonNullable<RulesPageProps['trialCounts']>): string =>
  counts.length === 0
    ? words.page.trialNone
    : words.page.trialCounts(
        counts.map(({ id, n }) => `${ruleName(id, words)}: ${formatCount(n, 'vi')}`).join('; '),
      );

function RuleFacts({ rule }: { readonly rule: RuleStateView }) {
  return (
    <>
      <p>
        <strong>{rule.is_on ? words.page.on : words.page.offNow}.</strong>{' '}
        {rule.is_on ? ruleText(rule, words) : null}{' '}
        {rule.is_on ? sayDays({ ...rule, next: null }, 'vi', words) : null}
      </p>
      {rule.next === null ? null : <p class="note">{sayNext(rule.next, 'vi', words)}</p>}
    </>
  );
}
