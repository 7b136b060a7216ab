import { type Finding, finding } from './finding.ts';

const PATIENCE_MS = 8_000;

/** Checks the address as seen from this machine. Sends requests to that address only. */
export async function checkPublicUrl(publicUrl: string): Promise<Finding> {
  try {
    const response = await fetch(`${publicUrl}/healthz`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 200 && (await response.text()) === 'ok') {
      return finding('ok', 'public-url-ok', { address: publicUrl });
    }
    return finding('problem', 'public-url-foreign', { address: publicUrl, status: response.status });
  } catch (error) {
    const { name, cause } = error as Error;
    const reason = name === 'TimeoutError' ? 'timeout' : ((cause as { code?: string })?.code ?? name);
    return finding('problem', 'public-url-unreachable', { address: publicUrl, reason });
  }
}
