/**
 * Progressive enhancement of the account pages: fills in a one-time code from a URL such as `/dang-nhap#ma=…`, shows
 * typed passwords, copies a new key. The fragment never reaches a server's log; it is removed from the URL before
 * anything is sent, so that it does not stay in the browser's history. Without this script the code is pasted.
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

/** Shows the button, which is hidden in the HTML because it does nothing without a script. */
function offerToShow(button: HTMLButtonElement): void {
  const field = document.getElementById(button.getAttribute('aria-controls') ?? '');
  if (!(field instanceof HTMLInputElement)) return;
  button.hidden = false;
  const turn = (isShown: boolean): void => {
    field.type = isShown ? 'text' : 'password';
    button.textContent = (isShown ? button.dataset.hide : button.dataset.show) ?? '';
  };
  button.addEventListener('click', () => turn(field.type === 'password'));
  // Password managers and form autofill look at the field's type on submit.
  field.form?.addEventListener('submit', () => turn(false));
}

/**
 * Shows the copy button, which is hidden in the HTML; without it the text can be selected and copied by hand. The
 * clipboard needs https or localhost.
 */
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

/** Marks a submitted form as busy and disables its buttons, because reading a file takes seconds. */
function showBusy(form: HTMLFormElement): void {
  form.addEventListener('submit', () => {
    form.setAttribute('aria-busy', 'true');
    document.body.dataset.busy = '';
    // Only after the form was sent: a disabled button would not send its own name and value.
    setTimeout(() => {
      for (const button of Array.from(form.querySelectorAll('button'))) button.disabled = true;
    });
  });
  // The back-forward cache may restore the page in its busy state.
  addEventListener('pageshow', () => {
    form.removeAttribute('aria-busy');
    delete document.body.dataset.busy;
    for (const button of Array.from(form.querySelectorAll('button'))) button.disabled = false;
  });
}

openCode();
// Pasting the URL into a tab that already shows this page changes only the fragment.
addEventListener('hashchange', openCode);
for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('button[data-show]'))) {
  offerToShow(button);
}

for (const form of Array.from(document.querySelectorAll<HTMLFormElement>('form[data-busy]'))) showBusy(form);
for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('button[data-copy]'))) {
  offerToCopy(button);
}

// Makes this file a module, so that its names are not global.
export {};
