import { hiddenField } from './test-app.ts';

/** A form as loaded on a phone; it may be submitted several times. */
export interface OpenForm {
  /** Path of the survey, `/k/k7mpx`. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** `refused`: a page with faults or an error; `none`: the connection failed. */
export type Answer = 'thanks' | 'refused' | 'none';

export async function openForm(
  origin: string,
  counterCode: string,
  answers: Readonly<Record<string, string>>,
): Promise<OpenForm> {
  const path = `/k/${counterCode}`;
  const html = await (await fetch(origin + path)).text();
  return { path, fields: { t: hiddenField(html, 't'), s: hiddenField(html, 's'), ...answers } };
}

/** Only a redirect to the thanks page acknowledges a ballot. */
export async function sendForm(origin: string, { path, fields }: OpenForm): Promise<Answer> {
  try {
    const response = await fetch(origin + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    await response.arrayBuffer();
    const isThanks = response.status === 303 && response.headers.get('location') === '/cam-on?gui=1';
    return isThanks ? 'thanks' : 'refused';
  } catch {
    return 'none';
  }
}
