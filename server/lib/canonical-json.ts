/**
 * JSON in one form only: keys in the order of their UTF-16 code units, no white space, numbers and texts as
 * `JSON.stringify` writes them. Unlike an object's own order, it also holds for keys that look like numbers.
 * For values that JSON can hold; anything else is a fault of the program.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}
