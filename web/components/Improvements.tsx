interface ImprovementsProps {
  /** One improvement per line, as the office wrote it; null: none. */
  readonly text: string | null;
  readonly heading: string;
}

/** What the office has changed after comments, in its own words; renders nothing if there is no text. */
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
