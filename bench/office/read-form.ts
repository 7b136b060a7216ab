import type { HttpConnection } from '../load/http-connection.ts';
import type { BallotForm } from '../load/load-job.ts';

/** Reads the survey from the page at the first path, to make ballots for all paths. */
export async function readForm(connection: HttpConnection, paths: readonly string[]): Promise<BallotForm> {
  const request = `GET ${paths[0]} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: identity\r\n\r\n`;
  const html = (await connection.exchange(request)).body.toString('utf8');
  const survey = /name="s" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const items = [...new Set([...html.matchAll(/name="q\.(i\d+)"/g)].map(([, id]) => id as string))];
  return { paths, survey, items };
}
