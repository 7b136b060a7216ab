/**
 * Opens the staff pages from the address printed at the start, `/dang-nhap#key=…`. What follows `#` never
 * reaches a server's log; it is taken out of the address before the form is sent, so that it stays in no
 * history either. Without this script one pastes the key.
 */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function open(): void {
  const given = /^#key=(.+)$/.exec(location.hash);
  const form = document.getElementById('sign-in');
  const field = document.getElementById('key');
  if (!given || !(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement)) return;
  history.replaceState(null, '', location.pathname + location.search);
  field.value = decode(given[1] ?? '');
  const opening = document.getElementById('opening');
  if (opening) opening.hidden = false;
  form.submit();
}

open();
// Whoever has this page open already and pastes the address changes nothing but what follows `#`.
addEventListener('hashchange', open);

// A module of its own, so that its names are no globals.
export {};
