import { isIP } from 'node:net';
import type { Config } from '../config.ts';
import { listNetworkAddresses } from './network-addresses.ts';

/** First IPv4 address of this machine in a local network; null when it has only loopback. */
export const findLanAddress = (): string | null =>
  listNetworkAddresses().find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;

/** Origin for QR codes and links: PUBLIC_URL if set, else this machine's first address, else localhost. */
export function publicAddress(config: Config): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  const host = isLoopback ? 'localhost' : (findLanAddress() ?? 'localhost');
  return httpAddress(host, config.port);
}

/** Who can open an origin. An IP address and a name without a dot are taken for the office's network. */
export function reachOf(origin: string): 'public' | 'network' | 'machine' {
  const host = new URL(origin).hostname;
  if (host === 'localhost' || host.startsWith('127.') || host === '[::1]') return 'machine';
  return host.includes('.') && isIP(host) === 0 ? 'public' : 'network';
}

const httpAddress = (host: string, port: number): string => `http://${host}${port === 80 ? '' : `:${port}`}`;

export const localAddress = (port: number): string => httpAddress('localhost', port);

/** Whether one-time links work on this machine only, because other machines would send them over plain HTTP. */
export const isHereOnly = (config: Config): boolean =>
  !config.allowHttp && !publicAddress(config).startsWith('https:');
