import type { FigureMessages } from '../messages/figures.vi.ts';

/** A question's name as the pages show it; its id where no survey file names it. */
export const questionName = (
  id: string,
  itemNames: Readonly<Record<string, string>>,
  words: FigureMessages,
): string => itemNames[id] ?? (id === 'overall' ? words.questions.overall : id);
