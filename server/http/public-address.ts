import type { Config } from '../config.ts';
import { listNetworkAddresses } from './network-addresses.ts';

/** The first IPv4 address on the local network; null when there is none. */
export const findLanAddress = (): string | null =>
  listNetworkAddresses().find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;

/** The origin that QR codes and links carry: PUBLIC_URL, else this machine's first address, else localhost. */
export function publicAddress(config: Config): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const onlyHere = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  const host = onlyHere ? 'localhost' : (findLanAddress() ?? 'localhost');
  return `http://${host}${config.port === 80 ? '' : `:${config.port}`}`;
}
