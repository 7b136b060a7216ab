import { citizenMessages } from '../messages/citizen.ts';

/** A warning for files, images and report lines made from demo or trial data; null: the data are real. */
export function sayDataWarning(
  demo: boolean,
  { trial }: { readonly trial?: boolean | undefined },
): string | null {
  const words = citizenMessages('vi');
  if (demo) return words.demoBanner;
  return trial === true ? words.trial.mark : null;
}
