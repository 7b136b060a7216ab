/**
 * Ballots that tests can recognise in the database: the levels of the seven questions of the short survey are
 * the digits of a number in base 5.
 */

/** Questions of the survey `mot-cua-ngan/1`. */
const QUESTIONS = ['overall', 'i25', 'i28', 'i31', 'i32', 'i34', 'i37'] as const;

/** How many different ballots there are. */
export const SERIALS = 5 ** QUESTIONS.length;

/** Form fields of the ballot with the number `serial`, from 0 to `SERIALS` − 1. */
export function answersOf(serial: number): Record<string, string> {
  if (!Number.isInteger(serial) || serial < 0 || serial >= SERIALS) throw new RangeError(`serial ${serial}`);
  return Object.fromEntries(
    QUESTIONS.map((id, place) => [`q.${id}`, String((Math.floor(serial / 5 ** place) % 5) + 1)]),
  );
}

/** `answers` is the JSON of the ballot's levels. */
export function serialOf(answers: string): number {
  const levels = JSON.parse(answers) as Record<string, number>;
  return QUESTIONS.reduce((serial, id, place) => serial + ((levels[id] ?? Number.NaN) - 1) * 5 ** place, 0);
}
