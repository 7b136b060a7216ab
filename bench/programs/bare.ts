import { readFileSync } from 'node:fs';
import { createAdaptorServer } from '@hono/node-server';
import SqliteConnection from 'better-sqlite3';
import { Hono } from 'hono';
import { createBareStore } from '../office/bare-store.ts';

// A bare server, with which ours is compared: the same web framework without our code. It sends the compressed page in
// the file BENCH_PAGE, and stores each form as a row in BENCH_DATABASE; forms that arrive together share a commit.

const page = readFileSync(process.env.BENCH_PAGE ?? '');
const headers = { 'Content-Type': 'text/html; charset=UTF-8', 'Content-Encoding': 'gzip' };
const store = createBareStore(new SqliteConnection(process.env.BENCH_DATABASE ?? ':memory:'));

const app = new Hono()
  .get('/k/:counter', (c) => c.body(page, 200, headers))
  .post('/k/:counter', async (c) => {
    const fields = new URLSearchParams(await c.req.text());
    if (!/^[1-5]$/.test(fields.get('q.overall') ?? '')) return c.text('refused', 422);
    await store.add(c.req.param('counter'), fields);
    return c.redirect('/cam-on', 303);
  });

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  process.stdout.write(`http://localhost:${port} Ctrl+C\n`);
});
process.once('SIGTERM', () => process.exit());
