import type { Config } from '../config.ts';
import { listNetworkAddresses } from './network-addresses.ts';

/** null when the machine has no IPv4 address but loopback. */
export const findLanAddress = (): string | null =>
  listNetworkAddresses().find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;

/** Origin for QR codes and links: PUBLIC_URL, else this machine's first address, else localhost. */
export function publicAddress(config: Config): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  const host = isLoopback ? 'localhost' : (findLanAddress() ?? 'localhost');
  return `http://${host}${config.port === 80 ? '' : `:${config.port}`}`;
}
