/** Conditions of the official start, in the order of the page; each is met on a page of its own. */
const CONDITIONS = ['unit', 'phone', 'target', 'address', 'leader'] as const;
type ConditionId = (typeof CONDITIONS)[number];

interface StartFacts {
  /** Name and kind of the unit; null: not entered yet. */
  readonly unit: string | null;
  readonly phone: string | null;
  readonly target: string | null;
  readonly publicUrl: string | null;
  readonly isLocalOnly: boolean;
  /** Name of a leader who has signed in. */
  readonly leader: string | null;
}

export interface StartCondition {
  readonly id: ConditionId;
  /** What meets the condition; null: it is missing. */
  readonly value: string | null;
}

export function listStartConditions(facts: StartFacts): StartCondition[] {
  const isPublic = facts.publicUrl?.startsWith('https://') ?? false;
  const address = isPublic ? facts.publicUrl : facts.isLocalOnly ? '' : null;
  const values = { ...facts, address };
  return CONDITIONS.map((id) => ({ id, value: values[id] }));
}
