import { BlockList, isIP } from 'node:net';
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

/** Addresses that are not routed on the internet (RFC 1918, 3927, 4193, 4291). */
const LOCAL = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  LOCAL.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  LOCAL.addSubnet(net, bits, 'ipv6');

/** Who can open an origin. A name without a dot, or ending in `.local`, is taken for the office's network. */
export function reachOf(origin: string): 'public' | 'network' | 'machine' {
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.startsWith('127.') || host === '::1') return 'machine';
  const family = isIP(host);
  if (family === 0) return host.includes('.') && !host.endsWith('.local') ? 'public' : 'network';
  return LOCAL.check(host, family === 4 ? 'ipv4' : 'ipv6') ? 'network' : 'public';
}

const httpAddress = (host: string, port: number): string => `http://${host}${port === 80 ? '' : `:${port}`}`;

export const localAddress = (port: number): string => httpAddress('localhost', port);

/** Whether one-time links work on this machine only, because other machines would send them over plain HTTP. */
export const isHereOnly = (config: Config): boolean =>
  !config.allowHttp && !publicAddress(config).startsWith('https:');
