import { afterAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { sendRaw } from '../helpers/raw-request.ts';
import { createTestApp } from '../helpers/test-app.ts';

describe('a request of HTTP/1.0 without a host', () => {
  let listening: Listening;
  afterAll(() => listening?.stop());

  it('gets the health that a load balancer asks for', async () => {
    const testApp = await createTestApp();
    listening = await listen(() => testApp.app, '127.0.0.1', 0);
    for (const path of ['/healthz', '/readyz', '/'])
      expect((await sendRaw(listening.port, `GET ${path} HTTP/1.0\r\n\r\n`)).status, path).toBe(200);
  });
});
