import { setTimeout as wait } from 'node:timers/promises';

export interface CitizenCounts {
  /** Ballots that the redirect to the thanks page acknowledged. */
  thanked: number;
  /** Responses 503 that keep the citizen's answers and have `Retry-After`. */
  refused: number;
  /** Requests without a response. */
  unanswered: number;
  /** Descriptions of all other responses, which are faults of the server. */
  readonly wrong: string[];
}

const PATIENCE_MS = 15_000;

/** A comment by which the test finds this ballot in the database. */
export const markOf = (serial: number): string =>
  `ballot ${serial
    .toString(26)
    .padStart(5, '0')
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))}`;

/** Submits a ballot, and retries until it is acknowledged. */
async function vote(origin: string, code: string, serial: number, counts: CitizenCounts): Promise<void> {
  const url = `${origin}/k/${code}`;
  const headers = { 'X-Forwarded-For': `10.${(serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}` };
  const fetchOnce = (init: RequestInit = {}) =>
    fetch(url, { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
  let form: URLSearchParams | null = null;
  for (;;) {
    try {
      if (form === null) {
        const page = await fetchOnce();
        const html = await page.text();
        if (page.status === 503) await wait(1_000);
        else if (page.status !== 200) counts.wrong.push(`page: ${page.status}`);
        else
          form = new URLSearchParams({
            t: /name="t" value="([^"]+)"/.exec(html)?.[1] ?? '',
            s: /name="s" value="([^"]+)"/.exec(html)?.[1] ?? '',
            'q.overall': String((serial % 5) + 1),
            comment: markOf(serial),
          });
        continue;
      }
      const answer = await fetchOnce({ method: 'POST', body: form });
      const text = await answer.text();
      if (answer.status === 303) {
        counts.thanked += 1;
        return;
      }
      const isKept = text.includes(markOf(serial)) && answer.headers.has('retry-after');
      if (answer.status === 503 && isKept) counts.refused += 1;
      else
        counts.wrong.push(`ballot: ${answer.status}${answer.status === 503 ? ' without its answers' : ''}`);
      if (counts.wrong.length > 100) return;
    } catch {
      counts.unanswered += 1;
    }
    await wait(1_000 + Math.random() * 2_000);
  }
}

/** `aSecond` citizens a second vote until `end` (`performance.now()`). Resolves when all ballots are acknowledged. */
export async function sendCitizens(
  origin: string,
  codes: readonly string[],
  aSecond: number,
  end: number,
): Promise<CitizenCounts> {
  const counts: CitizenCounts = { thanked: 0, refused: 0, unanswered: 0, wrong: [] };
  const sent: Promise<void>[] = [];
  while (performance.now() < end) {
    const serial = sent.length;
    sent.push(vote(origin, codes[serial % codes.length] as string, serial, counts));
    await wait((2 * Math.random() * 1_000) / aSecond);
  }
  await Promise.all(sent);
  return counts;
}
