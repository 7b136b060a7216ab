interface ImprovementsProps {
  /** One improvement per line; null: none. */
  readonly text: string | null;
  readonly heading: string;
}

export function Improvements({ text, heading }: ImprovementsProps) {
  if (text === null) return null;
  return (
    <section class="card improvements" aria-labelledby="improvements">
      <h2 id="improvements">{heading}</h2>
      <ul lang="vi">
        {text.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
