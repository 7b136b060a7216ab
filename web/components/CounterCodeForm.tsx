import { type LinkLanguages, mustNameLanguage } from '../formatting/page-href.ts';
import { citizenMessages } from '../messages/citizen.ts';

export type CounterCodeFault = 'unknown' | 'malformed' | 'marks' | 'slip';

interface CounterCodeFormProps {
  readonly languages: LinkLanguages;
  readonly typed: string;
  readonly fault: CounterCodeFault | null;
}

export function CounterCodeForm({ languages, typed, fault }: CounterCodeFormProps) {
  const words = citizenMessages(languages.locale).front;
  return (
    <form method="get" action="/" autocomplete="off" accept-charset="utf-8">
      {mustNameLanguage(languages) ? <input type="hidden" name="lang" value={languages.locale} /> : null}
      <label for="ma">{words.codeLabel}</label>
      <p class="hint" id="hint.ma">
        {words.codeHint}
      </p>
      {fault ? (
        <p class="fault" id="fault.ma" role="alert">
          {words.faults[fault]}
        </p>
      ) : null}
      <div class="code">
        <input
          id="ma"
          name="ma"
          value={typed}
          size={16}
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
          aria-describedby={fault ? 'fault.ma hint.ma' : 'hint.ma'}
          {...(fault ? { 'aria-invalid': 'true' } : {})}
        />
        <button type="submit">{words.open}</button>
      </div>
    </form>
  );
}
