import { accountsVi } from '../messages/accounts.vi.ts';
import type { Fault, FaultParams } from '../types/fault.ts';

export interface ShownFault {
  /** Element id of the control that the fault links to. */
  readonly id: string;
  readonly sentence: string;
  /** Prefix of the sentence in the summary of faults, where the control is not next to the sentence. */
  readonly place?: string | null;
}

/** Page properties with the faults turned into sentences. */
export type Shown<Props> = Omit<Props, 'faults'> & { readonly faults: readonly ShownFault[] };

/** Sentences by fault code; the key `unknown` is the fallback. */
export type FaultSentences = Readonly<Record<string, string | ((params: FaultParams) => string)>>;

/** Element id of a field's control, the target of its faults' links. */
export const fieldId = (field: string): string => `field-${field}`;

export function sayFault({ code, params = {} }: Fault, sentences: FaultSentences): string {
  const own = Object.hasOwn(sentences, code) ? sentences[code] : sentences.unknown;
  const sentence = own ?? accountsVi.faults.unknown ?? code;
  return typeof sentence === 'string' ? sentence : sentence(params);
}

export const showFaults = (faults: readonly Fault[], sentences: FaultSentences): ShownFault[] =>
  faults.map((fault) => ({ id: fieldId(fault.field), sentence: sayFault(fault, sentences) }));
