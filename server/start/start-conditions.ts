/** What must be right before the official start, in the order of the page; each has a page where it is done. */
const CONDITIONS = ['unit', 'phone', 'target', 'address', 'leader'] as const;
type ConditionId = (typeof CONDITIONS)[number];

interface StartFacts {
  /** Null: the office has not confirmed it. */
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
