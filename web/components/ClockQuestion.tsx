import { clockVi as words } from '../messages/clock.vi.ts';

export interface ClockQuestionView {
  /** `shown`: today by the machine's clock; `believed`: the day that the server stores on ballots. */
  readonly shown: string;
  readonly believed: string;
  /** Whether the nightly jobs wait for an answer. */
  readonly isWaiting: boolean;
}

interface ClockQuestionProps {
  readonly question: ClockQuestionView;
  readonly mayChange: boolean;
}

export const ClockQuestion = ({
  question: { shown, believed, isWaiting },
  mayChange,
}: ClockQuestionProps) => (
  <section class="note" aria-labelledby="clock">
    <h2 id="clock">{words.ask(shown)}</h2>
    <p>{words.ahead(shown, believed)}</p>
    {isWaiting ? <p>{words.waits}</p> : null}
    {shown < believed ? <p>{words.voids(shown)}</p> : null}
    <p>{words.ifWrong}</p>
    {mayChange ? (
      <form method="post" action="/quan-tri/dong-ho">
        <input type="hidden" name="day" value={shown} />
        <p>
          <button type="submit" id="day">
            {words.yes(shown)}
          </button>
        </p>
      </form>
    ) : null}
  </section>
);
