import type { StaffMessages } from '../messages/staff.vi.ts';

/** A question's name as the pages show it; its id where no survey file names it. */
export const questionName = (
  id: string,
  itemNames: Readonly<Record<string, string>>,
  words: StaffMessages,
): string => itemNames[id] ?? (id === 'overall' ? words.questions.overall : id);
