interface ActFormProps {
  readonly action: string;
  readonly button: string;
  /** For acts that take something away. */
  readonly isDangerous?: boolean;
  /** What stands before the button and says whom it is about, for people who hear the page. */
  readonly describedBy?: string;
}

/** A form that is nothing but a button: it does one thing to what its address names. */
export function ActForm({ action, button, isDangerous = false, describedBy }: ActFormProps) {
  return (
    <form method="post" action={action}>
      <button
        type="submit"
        class={isDangerous ? 'danger' : 'quiet'}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      >
        {button}
      </button>
    </form>
  );
}
