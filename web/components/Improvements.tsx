interface ImprovementsProps {
  /** A line for each matter, as the office wrote it; null: nothing to say. */
  readonly text: string | null;
  readonly heading: string;
}

/** What the office has changed after comments, in its own words; left out without any. */
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
