import { createServer } from 'node:http';
import type { Context } from './context.ts';
import type { Listening } from './http/listen.ts';
import { countReceived } from './tally/tally.store.ts';
import { listUnits } from './unit/unit.store.ts';

/** Prometheus metrics, on loopback only. No label is finer than the unit, or counts would reveal ballots. */
export async function listenForMetrics(context: Context, port: number): Promise<Listening> {
  const server = createServer((_request, response) => {
    renderMetrics(context)
      .then((text) => response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(text))
      .catch(() => response.writeHead(503).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function renderMetrics({ db }: Context): Promise<string> {
  const lines = ['# TYPE hailong_ballots_received_total counter'];
  for (const { code } of await listUnits(db)) {
    lines.push(`hailong_ballots_received_total{unit="${code}"} ${await countReceived(db, code)}`);
  }
  lines.push('# TYPE process_resident_memory_bytes gauge');
  lines.push(`process_resident_memory_bytes ${process.memoryUsage.rss()}`);
  lines.push('# TYPE process_uptime_seconds gauge');
  lines.push(`process_uptime_seconds ${Math.round(process.uptime())}`);
  return `${lines.join('\n')}\n`;
}
