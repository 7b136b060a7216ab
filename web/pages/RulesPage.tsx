import { renderDocument } from '../components/Document.tsx';
import { sayNext } from '../components/SetAsideRules.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { type RuleStateView, ruleName, ruleText } from '../formatting/rule-words.ts';
import { trustVi as words } from '../messages/trust.vi.ts';

interface RulesPageProps extends SignedInPageProps {
  /** In evaluation order. */
  readonly rules: readonly (RuleStateView & { readonly href: string })[];
  readonly mayChange: boolean;
}

/** `/quan-tri/quy-tac`: the rules that set ballots aside. */
export function renderRulesPage(props: RulesPageProps): string {
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.page.title}
      intro={words.page.intro}
      marker="rules"
      current="administration"
      mayChange={props.mayChange}
    >
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

export function RuleFacts({ rule }: { readonly rule: RuleStateView }) {
  const since = rule.since === null ? null : formatDay(rule.since, 'vi');
  return (
    <>
      <p>
        <strong>{rule.is_on ? words.page.on : words.page.offNow}.</strong>{' '}
        {rule.is_on ? ruleText(rule, words) : null}{' '}
        {rule.is_on && since !== null ? words.public.since(since) : null}
        {rule.learns_after_days === null ? null : words.page.waits(rule.learns_after_days)}
      </p>
      {rule.next === null ? null : <p class="note">{sayNext(rule.next, 'vi', words)}</p>}
    </>
  );
}
