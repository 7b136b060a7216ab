import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** The first IPv4 address on the local network; null when there is none. */
export function findLanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { address, family, internal } of addresses ?? []) {
      if (family === 'IPv4' && !internal) return address;
    }
  }
  return null;
}

/** The origin that QR codes and links carry: PUBLIC_URL, else this machine's first address, else localhost. */
export function publicAddress(config: Config): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const onlyHere = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  const host = onlyHere ? 'localhost' : (findLanAddress() ?? 'localhost');
  return `http://${host}${config.port === 80 ? '' : `:${config.port}`}`;
}
