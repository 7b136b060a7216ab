import { compareServers } from './figures/compare-servers.ts';
import { parseOptions } from './figures/options.ts';

/** Requests the survey page on 64 connections; every response is compressed and has a fresh form token. */
export async function run(args: string[]): Promise<void> {
  await compareServers(
    {
      name: 'get',
      unit: 'pages',
      connections: 64,
      ceilingIs: 'bare Hono that sends the same page, compressed once',
      aim: 0.5,
      makePlan: ({ paths }) => ({
        kind: 'get',
        path: paths[0] ?? '',
        headers: { 'Accept-Encoding': 'gzip' },
      }),
    },
    parseOptions(args),
  );
}
