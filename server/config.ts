import { join } from 'node:path';
import { z } from 'zod';
import { LOCALES } from './lib/locale.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const origin = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    /^https?:$/.test(url.protocol) &&
    `${url.origin}${url.pathname === '/' ? '' : 'x'}` === url.origin &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  );
});

const flag = z
  .enum(['0', '1', 'true', 'false', 'on', 'off'])
  .transform((text) => ['1', 'true', 'on'].includes(text));

/** Schema, default and text of the error message, by name of the environment variable. */
const SETTINGS = {
  HOST: { schema: z.string().min(1).max(255), fallback: '0.0.0.0', expects: 'an address to listen on' },
  PORT: { schema: port, fallback: '8080', expects: 'a port, 0 to 65535' },
  PUBLIC_URL: {
    schema: origin,
    fallback: undefined,
    expects: 'an origin without a path, such as https://khaosat.example.gov.vn',
  },
  DATABASE_URL: {
    schema: z.string().regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/),
    fallback: undefined,
    expects: 'sqlite:PATH or postgres://…',
  },
  DATA_DIR: { schema: z.string().min(1), fallback: 'data', expects: 'a folder' },
  TRUSTED_PROXIES: {
    schema: z.string().regex(/^\d$/).transform(Number),
    fallback: '0',
    expects: 'how many proxies stand before the server, 0 to 9',
  },
  ALLOW_HTTP: { schema: flag, fallback: 'off', expects: 'on or off' },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    fallback: 'info',
    expects: 'trace, debug, info, warn, error or silent',
  },
  DEFAULT_LOCALE: { schema: z.enum(LOCALES), fallback: 'vi', expects: 'vi or en' },
  METRICS_PORT: { schema: port, fallback: undefined, expects: 'a port, 0 to 65535' },
} as const;

type SettingName = keyof typeof SETTINGS;

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/**
 * Secrets are not settings: they are generated on the first start and stored with the data.
 * @throws ConfigError with all invalid settings, one per line.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>) {
  const lines: string[] = [];
  const read = <Name extends SettingName>(
    name: Name,
  ): z.output<(typeof SETTINGS)[Name]['schema']> | undefined => {
    const { schema, fallback, expects } = SETTINGS[name];
    const text = environment[name]?.trim() || fallback;
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(text);
    if (!parsed.success) lines.push(`${name}=${JSON.stringify(text)} is not usable: expected ${expects}.`);
    return parsed.data as z.output<(typeof SETTINGS)[Name]['schema']> | undefined;
  };
  const dataDir = read('DATA_DIR') ?? 'data';
  const publicUrl = read('PUBLIC_URL');
  const config = {
    host: read('HOST') ?? '',
    port: read('PORT') ?? 0,
    /** Without a trailing slash; null: pages use this machine's first address, and posters warn about it. */
    publicUrl: publicUrl === undefined ? null : new URL(publicUrl).origin,
    /** `sqlite:PATH` or `postgres://…`. */
    databaseUrl: read('DATABASE_URL') ?? `sqlite:${join(dataDir, 'hailong.sqlite')}`,
    dataDir,
    /** Exact number of reverse proxies in front of the server. */
    trustedProxies: read('TRUSTED_PROXIES') ?? 0,
    /** Allows sign-in over plain HTTP from other machines. */
    allowHttp: read('ALLOW_HTTP') ?? false,
    logLevel: read('LOG_LEVEL') ?? 'info',
    defaultLocale: read('DEFAULT_LOCALE') ?? 'vi',
    /** Port of the metrics, on loopback only; null: off. */
    metricsPort: read('METRICS_PORT') ?? null,
  };
  if (lines.length > 0) throw new ConfigError(lines);
  return Object.freeze(config);
}

export type Config = ReturnType<typeof parseConfig>;
