interface ActFormProps {
  readonly action: string;
  readonly button: string;
  /** What is sent with it. */
  readonly fields?: Readonly<Record<string, string>>;
  /** For acts that take something away. */
  readonly isDangerous?: boolean;
  /** What stands before the button and says whom it is about, for people who hear the page. */
  readonly describedBy?: string;
}

/** A form that is nothing but a button: it does one thing to what its address and its fields name. */
export function ActForm({ action, button, fields = {}, isDangerous = false, describedBy }: ActFormProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
