import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { surveyPageExamples } from '../../web/pages/SurveyPage.examples.ts';
import { renderSurveyPage } from '../../web/pages/SurveyPage.tsx';
import { thanksPageExamples } from '../../web/pages/ThanksPage.examples.ts';
import { renderThanksPage } from '../../web/pages/ThanksPage.tsx';
import { renderCitizenExamples } from './citizen-examples.ts';
import { readCitizenAssets } from './page-assets.ts';

/**
 * What happens to a submitted ballot. `refused`: rejected, with all answers kept; `cut`: connection closed
 * before the ballot was counted; `portal`: a captive portal responds; 500 and 503 are from our server, 403,
 * 429 and 502 from a proxy.
 */
export type Fate =
  | 'thanks'
  | 'refused'
  | 'cut'
  | 'cut-after-counting'
  | 'portal'
  | 403
  | 429
  | 500
  | 502
  | 503;

/** A fake server for tests of citizens' pages in a browser while the network fails. */
export interface CitizenServer {
  readonly origin: string;
  fate: Fate;
  /** Bodies of all ballots that arrived, whether counted or not. */
  readonly arrived: URLSearchParams[];
  /** Ballots that the real server would count, by form token. */
  readonly counted: Map<string, URLSearchParams>;
  readonly requests: string[];
  /** Forgets all ballots and requests, and sets `fate` to `thanks`. */
  reset(): void;
  pathOf(exampleName: string): string;
  close(): Promise<void>;
}

const SURVEY_PATH = '/k/k7mpx';
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

export async function startCitizenServer(): Promise<CitizenServer> {
  const assets = readCitizenAssets();
  const examples = renderCitizenExamples();
  const pathOf = (name: string): string => {
    const index = examples.findIndex((example) => example.name === name);
    if (index < 0) throw new Error(`there is no example "${name}"`);
    return `/example/${index}`;
  };
  // The real server's content security policy (CSP), or a stricter one.
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(assets.survey.style)} ${hashOf(assets.page.style)} ${hashOf(assets.thanks.style)}`,
    `script-src ${hashOf(assets.survey.script)}`,
    'img-src data:',
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join(';');
  let issued = 0;
  const issueToken = (): string => `token-${String(++issued).padStart(6, '0')}`;
  const survey = surveyPageExamples.firstVisit.props;

  const server: CitizenServer = {
    origin: '',
    fate: 'thanks',
    arrived: [],
    counted: new Map(),
    requests: [],
    reset() {
      server.fate = 'thanks';
      server.arrived.length = 0;
      server.counted.clear();
      server.requests.length = 0;
    },
    pathOf,
    close: () =>
      new Promise((resolve) => {
        listener.closeAllConnections();
        listener.close(() => resolve());
      }),
  };

  const listener = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    server.requests.push(`${request.method} ${path}`);
    const send = (html: string, status = 200): void => {
      response.writeHead(status, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
        'Cache-Control': 'no-store',
      });
      response.end(html);
    };
    const example = examples[Number(/^\/example\/(\d+)$/.exec(path)?.[1] ?? -1)];
    if (example) return send(example.html);
    if (path === '/cam-on')
      return send(renderThanksPage({ ...thanksPageExamples[0]!.props, assets: assets.thanks }));
    if (path !== SURVEY_PATH) return send('<!doctype html><title>none</title>', 404);
    if (request.method !== 'POST') {
      return send(renderSurveyPage({ ...survey, token: issueToken(), assets: assets.survey }));
    }
    const fields = new URLSearchParams(await readBody(request));
    server.arrived.push(fields);
    switch (server.fate) {
      case 'cut':
        return void request.socket.destroy();
      case 'portal':
        return send('<!doctype html><title>Wi-Fi</title><p>Log in to this network</p>');
      case 500:
      case 503:
        return send(examples.find(({ name }) => name.endsWith(`status ${server.fate}`))!.html, server.fate);
      // Responses of a proxy
      case 403:
      case 429:
      case 502:
        return send('<!doctype html><title>Bad gateway</title>', server.fate);
      case 'refused':
        return send(
          renderSurveyPage({
            ...surveyPageExamples.overallMissing.props,
            token: issueToken(),
            assets: assets.survey,
          }),
          422,
        );
    }
    server.counted.set(fields.get('t') ?? '', fields);
    if (server.fate === 'cut-after-counting') return void request.socket.destroy();
    response.writeHead(303, { Location: '/cam-on?gui=1' });
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return Object.assign(server, { origin: `http://127.0.0.1:${(listener.address() as AddressInfo).port}` });
}
