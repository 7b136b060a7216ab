import type { ComponentChildren } from 'preact';
import { formatDay } from '../formatting/dates.ts';
import { formatTarget } from '../formatting/numbers.ts';
import type { RuleStateView } from '../formatting/rule-words.ts';
import { CITED_ACTS } from '../messages/cited-acts.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import { SetAsideRules } from './SetAsideRules.tsx';

export interface CountingRulesView {
  /** With fewer ballots there is neither a percentage nor a verdict. */
  readonly minimumN: number;
  /** Percent, each from its day `since` (`YYYY-MM-DD`). */
  readonly targets: readonly { readonly percent: number; readonly since: string }[];
  /** During the trial no rule sets ballots aside. */
  readonly isTrial: boolean;
  /** In the order in which they judge a ballot. */
  readonly setAside: readonly RuleStateView[];
  /** `sha256`: hash of the survey file's bytes. */
  readonly surveys: readonly { readonly id: string; readonly version: number; readonly sha256: string }[];
}

interface CountingRulesProps {
  readonly rules: CountingRulesView;
  /** Id and version, as in `share-satisfied/1`. */
  readonly formulas: readonly string[];
  readonly words: FigureMessages;
}

export function CountingRules({ rules, formulas, words }: CountingRulesProps) {
  const texts = words.results;
  return (
    <div class="rules">
      <Rule {...texts.ruleCount} />
      <Rule {...texts.ruleChoice} />
      <Rule heading={texts.ruleKept.heading} text={texts.ruleKept.text}>
        <SetAsideRules rules={rules.setAside} isTrial={rules.isTrial} words={words} />
        <p>{words.setAside.note}</p>
      </Rule>
      <Rule {...texts.ruleFive} />
      <Rule heading={texts.ruleMinimum.heading} text={texts.ruleMinimum.text(rules.minimumN)} />
      <Rule {...texts.ruleInterval} />
      <Rule
        heading={texts.rulePeriods.heading}
        text={texts.rulePeriods.text(
          CITED_ACTS.reportingPeriods[words.locale],
          formatDay(CITED_ACTS.checkedOn, words.locale),
        )}
      />
      <Rule heading={texts.ruleTargets.heading}>
        {rules.targets.length === 0 ? (
          <p>{texts.ruleTargets.none}</p>
        ) : (
          <ul>
            {rules.targets.map(({ percent, since }) => (
              <li key={since}>
                {texts.ruleTargets.entry(formatTarget(percent, words.locale), formatDay(since, words.locale))}
              </li>
            ))}
          </ul>
        )}
      </Rule>
      <Rule {...texts.ruleSipas} />
      <Rule heading={texts.ruleVersion.heading}>
        <ul>
          {formulas.map((formula) => (
            <li key={formula}>{texts.ruleVersion.rule(formula)}</li>
          ))}
          {rules.surveys.map(({ id, version, sha256 }) => (
            <li key={`${id}/${version}`}>
              {texts.ruleVersion.survey(id, version)}. {texts.ruleVersion.fingerprint}{' '}
              <code class="digest">{sha256}</code>
            </li>
          ))}
        </ul>
      </Rule>
    </div>
  );
}

interface RuleProps {
  readonly heading: string;
  readonly text?: string;
  readonly children?: ComponentChildren;
}

function Rule({ heading, text, children }: RuleProps) {
  return (
    <>
      <h3>{heading}</h3>
      {text === undefined ? null : <p>{text}</p>}
      {children}
    </>
  );
}
