/**
 * Ballots that can be identified although they have neither name nor number: the levels of the short survey's seven
 * questions encode a serial number in base 5.
 */

/** The questions of `mot-cua-ngan/1`. */
const QUESTIONS = ['overall', 'i25', 'i28', 'i31', 'i32', 'i34', 'i37'] as const;

/** Number of distinguishable ballots. */
export const SERIALS = 5 ** QUESTIONS.length;

/** Form fields of the ballot with this number, 0 to `SERIALS` − 1. */
export function answersOf(serial: number): Record<string, string> {
  if (!Number.isInteger(serial) || serial < 0 || serial >= SERIALS) throw new RangeError(`serial ${serial}`);
  return Object.fromEntries(
    QUESTIONS.map((id, place) => [`q.${id}`, String((Math.floor(serial / 5 ** place) % 5) + 1)]),
  );
}

/** The number of a stored ballot, from the JSON of its levels. */
export function serialOf(answers: string): number {
  const levels = JSON.parse(answers) as Record<string, number>;
  return QUESTIONS.reduce((serial, id, place) => serial + ((levels[id] ?? Number.NaN) - 1) * 5 ** place, 0);
}
