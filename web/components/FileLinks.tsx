interface FileLinksProps {
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

export function FileLinks({ links }: FileLinksProps) {
  return (
    <ul class="choices">
      {links.map(({ href, text }) => (
        <li key={href}>
          <a href={href} download>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
