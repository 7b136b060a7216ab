/** The link text is the number itself, because `tel:` links do nothing in some in-app browsers. */
export function PhoneNumber({ number }: { readonly number: string }) {
  return <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>;
}
