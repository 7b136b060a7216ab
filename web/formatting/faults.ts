import { accountsVi } from '../messages/accounts.vi.ts';
import type { Fault, FaultParams } from '../types/fault.ts';

export interface ShownFault {
  /** Id of the form control to which the sentence links. */
  readonly id: string;
  readonly sentence: string;
  /** Names the field (for example a weekday) in the list of faults at the top of the page. */
  readonly place?: string | null;
}

export type Shown<Props> = Omit<Props, 'faults'> & { readonly faults: readonly ShownFault[] };

/** Sentences by fault code; `unknown` is used for any other code. */
export type FaultSentences = Readonly<Record<string, string | ((params: FaultParams) => string)>>;

export const fieldId = (field: string): string => `field-${field}`;

export function sayFault({ code, params = {} }: Fault, sentences: FaultSentences): string {
  const own = Object.hasOwn(sentences, code) ? sentences[code] : sentences.unknown;
  const sentence = own ?? accountsVi.faults.unknown ?? code;
  return typeof sentence === 'string' ? sentence : sentence(params);
}

export const showFaults = (faults: readonly Fault[], sentences: FaultSentences): ShownFault[] =>
  faults.map((fault) => ({ id: fieldId(fault.field), sentence: sayFault(fault, sentences) }));
