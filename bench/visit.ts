import { compareServers } from './figures/compare-servers.ts';
import { parseOptions } from './figures/options.ts';

/** Requests a survey page and then submits its ballot, on 32 connections. */
export async function run(args: string[]): Promise<void> {
  await compareServers(
    {
      name: 'visit',
      unit: 'visits',
      connections: 32,
      ceilingIs: 'bare Hono that sends the same page and stores the same form, without any rule',
      aim: 0.4,
      makePlan: (form) => ({ kind: 'visit', form }),
    },
    parseOptions(args),
  );
}
