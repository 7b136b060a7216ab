import type { FigureMessages } from '../messages/figures.vi.ts';

/** The question's id if no survey file has this question. */
export const questionName = (
  id: string,
  itemNames: Readonly<Record<string, string>>,
  words: FigureMessages,
): string => itemNames[id] ?? (id === 'overall' ? words.questions.overall : id);
