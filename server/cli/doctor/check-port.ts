import { type Finding, finding } from './finding.ts';

const PATIENCE_MS = 3_000;

/** Finds out whether the port is free, used by this server or used by another program. */
export async function checkPort(host: string, port: number): Promise<Finding> {
  if (port === 0) return finding('note', 'port-any');
  const name = ['0.0.0.0', '::', ''].includes(host) ? '127.0.0.1' : host;
  const address = name.includes(':') ? `[${name}]` : name;
  try {
    const response = await fetch(`http://${address}:${port}/healthz`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const isOurs = response.status === 200 && (await response.text()) === 'ok';
    if (!isOurs) return finding('problem', 'port-taken', { port });
    const ready = await fetch(`http://${address}:${port}/readyz`, {
      signal: AbortSignal.timeout(2 * PATIENCE_MS),
    }).then((got) => got.text());
    const cause = /^database: ([a-z-]+)$/.exec(ready)?.[1];
    return finding('ok', 'port-served', cause === undefined ? { port } : { port, cause });
  } catch (error) {
    const code = ((error as Error).cause as { code?: string } | undefined)?.code;
    return code === 'ECONNREFUSED'
      ? finding('note', 'port-free', { port })
      : finding('problem', 'port-taken', { port });
  }
}
