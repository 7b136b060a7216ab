interface CounterChoicesProps {
  readonly counters: readonly { readonly name: string; readonly href: string }[];
}

export const CounterChoices = ({ counters }: CounterChoicesProps) => (
  <ul class="choices">
    {counters.map(({ name, href }) => (
      <li key={href}>
        <a href={href}>{name}</a>
      </li>
    ))}
  </ul>
);
