import type { FigureMessages } from '../messages/figures.vi.ts';

/** Falls back to the id where no survey file names the question. */
export const questionName = (
  id: string,
  itemNames: Readonly<Record<string, string>>,
  words: FigureMessages,
): string => itemNames[id] ?? (id === 'overall' ? words.questions.overall : id);
