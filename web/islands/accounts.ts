/**
 * Small helps on the pages of accounts, all of which work without them: a one-time code is taken out of an
 * address such as `/dang-nhap#ma=…`, what was typed as a password can be shown, and a new key copied.
 *
 * What follows `#` never reaches a server's log; it is taken out of the address before anything is sent, so
 * that it stays in no history either. Without this script one pastes the code.
 */
function openCode(): void {
  const code = /^#ma=([\w-]+)$/.exec(location.hash)?.[1];
  if (code === undefined) return;
  const form = document.getElementById('code-form');
  const field = document.getElementById('code');
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement)) {
    location.replace(`/dang-nhap/ma${location.hash}`);
    return;
  }
  history.replaceState(null, '', location.pathname + location.search);
  field.value = code;
  const opening = document.getElementById('opening');
  if (opening) opening.hidden = false;
  form.submit();
}

/** The button comes with the page, hidden: without a script it would do nothing. */
function offerToShow(button: HTMLButtonElement): void {
  const field = document.getElementById(button.getAttribute('aria-controls') ?? '');
  if (!(field instanceof HTMLInputElement)) return;
  button.hidden = false;
  const turn = (isShown: boolean): void => {
    field.type = isShown ? 'text' : 'password';
    button.textContent = (isShown ? button.dataset.hide : button.dataset.show) ?? '';
  };
  button.addEventListener('click', () => turn(field.type === 'password'));
  // A password manager, and the browser's memory of forms, look at the type when the form is sent.
  field.form?.addEventListener('submit', () => turn(false));
}

/** Likewise hidden: what it copies can be chosen and copied by hand. Only over https, or on the machine itself. */
function offerToCopy(button: HTMLButtonElement): void {
  const text = document.getElementById(button.dataset.copy ?? '')?.textContent;
  if (!text || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(() => {
      button.textContent = button.dataset.copied ?? '';
    });
  });
}

openCode();
// Whoever has this page open already and pastes the address changes nothing but what follows `#`.
addEventListener('hashchange', openCode);
for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('button[data-show]'))) {
  offerToShow(button);
}

for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('button[data-copy]'))) {
  offerToCopy(button);
}

// A module of its own, so that its names are no globals.
export {};
