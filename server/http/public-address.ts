import type { Config } from '../config.ts';
import { listNetworkAddresses } from './network-addresses.ts';

/** First IPv4 address of this machine on a network; null when it has only loopback. */
export const findLanAddress = (): string | null =>
  listNetworkAddresses().find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;

/** Origin for QR codes and links: PUBLIC_URL if set, else this machine's first address, else localhost. */
export function publicAddress(config: Config): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  const host = isLoopback ? 'localhost' : (findLanAddress() ?? 'localhost');
  return `http://${host}${config.port === 80 ? '' : `:${config.port}`}`;
}
