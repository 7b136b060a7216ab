import { hiddenField } from './test-app.ts';

/** A form as a phone holds it: it may be sent, and sent again. */
export interface OpenForm {
  /** The counter's path, `/k/k7mpx`. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a phone learns: thanks; a page that says what is wrong, or an error; nothing, as the line is dead. */
export type Answer = 'thanks' | 'refused' | 'none';

/** Opens a counter's survey at a server and fills it in. */
export async function openForm(
  origin: string,
  counterCode: string,
  answers: Readonly<Record<string, string>>,
): Promise<OpenForm> {
  const path = `/k/${counterCode}`;
  const html = await (await fetch(origin + path)).text();
  return { path, fields: { t: hiddenField(html, 't'), s: hiddenField(html, 's'), ...answers } };
}

/** Sends a form. Only a redirection to the thanks is an acknowledgement. */
export async function sendForm(origin: string, { path, fields }: OpenForm): Promise<Answer> {
  try {
    const response = await fetch(origin + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    await response.arrayBuffer();
    const isThanks = response.status === 303 && response.headers.get('location') === '/cam-on';
    return isThanks ? 'thanks' : 'refused';
  } catch {
    return 'none';
  }
}
