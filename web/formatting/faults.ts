import { accountsVi } from '../messages/accounts.vi.ts';
import type { Fault, FaultParams } from '../types/fault.ts';

/** A fault in words. */
export interface ShownFault {
  /** Of the control that it links to. */
  readonly id: string;
  readonly sentence: string;
  /** Said before the sentence where the control is not beside it. */
  readonly place?: string | null;
}

/** What a page's parts get: its properties, with the faults in words. */
export type Shown<Props> = Omit<Props, 'faults'> & { readonly faults: readonly ShownFault[] };

/** By code; `unknown` for every other code. */
export type FaultSentences = Readonly<Record<string, string | ((params: FaultParams) => string)>>;

/** The id of a field's control, which faults link to. */
export const fieldId = (field: string): string => `field-${field}`;

export function sayFault({ code, params = {} }: Fault, sentences: FaultSentences): string {
  const own = Object.hasOwn(sentences, code) ? sentences[code] : sentences.unknown;
  const sentence = own ?? accountsVi.faults.unknown ?? code;
  return typeof sentence === 'string' ? sentence : sentence(params);
}

export const showFaults = (faults: readonly Fault[], sentences: FaultSentences): ShownFault[] =>
  faults.map((fault) => ({ id: fieldId(fault.field), sentence: sayFault(fault, sentences) }));
