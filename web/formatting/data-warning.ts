import { citizenMessages } from '../messages/citizen.ts';

/** What every file, picture and line says of figures that are not the office's own; null: they are. */
export function sayDataWarning(
  demo: boolean,
  { trial }: { readonly trial?: boolean | undefined },
): string | null {
  const words = citizenMessages('vi');
  if (demo) return words.demoBanner;
  return trial === true ? words.trial.mark : null;
}
