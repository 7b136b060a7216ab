import { compareServers } from './figures/compare-servers.ts';
import { parseOptions } from './figures/options.ts';

/**
 * Submits ballots over HTTP on 32 connections. Each ballot has its own form token and is stored durably, tallied and
 * judged by the rules that set ballots aside.
 */
export async function run(args: string[]): Promise<void> {
  await compareServers(
    {
      name: 'ballot',
      unit: 'ballots',
      connections: 32,
      ceilingIs:
        'bare Hono that reads the same form and stores one row of its size, commits shared and on disk',
      aim: 0.5,
      makePlan: (form, tokens) => ({ kind: 'ballot', form, tokens }),
    },
    parseOptions(args),
  );
}
