import { citizenMessages } from '../messages/citizen.ts';

/** Warning about demo or trial data, for files, images and report lines; null: the figures are real. */
export function sayDataWarning(
  demo: boolean,
  { trial }: { readonly trial?: boolean | undefined },
): string | null {
  const words = citizenMessages('vi');
  if (demo) return words.demoBanner;
  return trial === true ? words.trial.mark : null;
}
