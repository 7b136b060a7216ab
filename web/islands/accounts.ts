// The account pages: fills in a one-time code from a URL such as `/dang-nhap#ma=…`, shows typed passwords,
// copies a new key. Browsers never send the fragment to a server; it is removed from the URL, so that the
// code does not stay in the browser's history. Without this script people paste the code.

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

/** The button is hidden in the HTML, because it does nothing without this script. */
function offerToShow(button: HTMLButtonElement): void {
  const field = document.getElementById(button.getAttribute('aria-controls') ?? '');
  if (!(field instanceof HTMLInputElement)) return;
  button.hidden = false;
  const turn = (isShown: boolean): void => {
    field.type = isShown ? 'text' : 'password';
    button.textContent = (isShown ? button.dataset.hide : button.dataset.show) ?? '';
  };
  button.addEventListener('click', () => turn(field.type === 'password'));
  // Password managers and autofill recognise a password only by the field's type at the time of submission.
  field.form?.addEventListener('submit', () => turn(false));
}

/**
 * The button is hidden in the HTML. It stays hidden where the browser offers no clipboard (plain http on
 * another machine); people can select the text and copy it by hand.
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

/** The server needs seconds to read an uploaded file, so the form is marked as busy and cannot be sent twice. */
function showBusy(form: HTMLFormElement): void {
  form.addEventListener('submit', () => {
    form.setAttribute('aria-busy', 'true');
    document.body.dataset.busy = '';
    // Delayed until the browser has collected the form: a disabled button would not send its name and value.
    setTimeout(() => {
      for (const button of Array.from(form.querySelectorAll('button'))) button.disabled = true;
    });
  });
  // The back-forward cache may restore the page with disabled buttons.
  addEventListener('pageshow', () => {
    form.removeAttribute('aria-busy');
    delete document.body.dataset.busy;
    for (const button of Array.from(form.querySelectorAll('button'))) button.disabled = false;
  });
}

openCode();
// A URL pasted into a tab that already shows this page changes only the fragment and loads nothing.
addEventListener('hashchange', openCode);
for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('button[data-show]'))) {
  offerToShow(button);
}

for (const form of Array.from(document.querySelectorAll<HTMLFormElement>('form[data-busy]'))) showBusy(form);
for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('button[data-copy]'))) {
  offerToCopy(button);
}

// Without an export TypeScript would treat this file as a script with global names.
export {};
