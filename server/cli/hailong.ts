import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { explainError } from '../explain-error.ts';
import { systemClock } from '../lib/clock.ts';
import { findProjectRoot } from '../lib/project-root.ts';
import { onConsole, say, sayError } from '../serve.ts';
import { createKeyCommand, listKeysCommand, revokeKeyCommand } from './commands/api-keys.ts';
import { backUpCommand, restoreCommand } from './commands/backup.ts';
import { createStaffCommand, resetFactorCommand, staffLinkCommand } from './commands/create-staff.ts';
import { doctorCommand } from './commands/doctor.ts';
import {
  confirmClockCommand,
  listCountersCommand,
  publishSurveyCommand,
  recountCommand,
  startOfficialCommand,
} from './commands/installation.ts';
import { pullCommand } from './commands/pull.ts';
import { readTransactionsCommand } from './commands/read-transactions.ts';
import { exportSealedDaysCommand, verifySealsCommand } from './commands/seals.ts';
import { type Command, type ParsedCommand, parseCommand, workingLine } from './parse-command.ts';
import { sayWorking } from './say-working.ts';

const print = (line: string): void => console.log(line);

/** Commands that show a progress line, because they can take long. */
const SLOW = new Set([
  ...['backup', 'restore', 'doctor', 'migrate', 'recount'],
  ...['seal verify', 'start-official', 'transactions read'],
]);

/** Exit codes: 0 done, 1 failed or a difference was found, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && argv[0] === '--version') {
    const file = join(findProjectRoot(), 'package.json');
    print((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version);
    return 0;
  }
  const parsed = parseCommand(argv);
  if ('help' in parsed) {
    say(parsed.help);
    return 0;
  }
  if ('fault' in parsed) {
    sayError(parsed.fault);
    return 2;
  }
  const words = (seconds: string) => onConsole(workingLine(seconds));
  const stop = sayWorking(process.stderr.isTTY && SLOW.has(parsed.name), words);
  try {
    return await run(parsed);
  } finally {
    stop();
  }
}

/** Commands that open the database as the server does, migrations included. */
const IN_CONTEXT = {
  migrate: (async () => 0) as Command,
  counters: listCountersCommand,
  'api-key create': createKeyCommand,
  'api-key list': listKeysCommand,
  'api-key revoke': revokeKeyCommand,
  'staff create': createStaffCommand,
  'staff link': staffLinkCommand,
  'staff reset-factor': resetFactorCommand,
  recount: recountCommand,
  'clock confirm': confirmClockCommand,
  'start-official': startOfficialCommand,
  'seal verify': verifySealsCommand,
  'transactions read': readTransactionsCommand,
} satisfies Partial<Record<ParsedCommand['name'], Command>>;

/** Commands whose output keeps its diacritics, even on a console that cannot show Vietnamese. */
const AS_THEY_ARE = new Set([
  ...['counters', 'api-key create', 'recount', 'transactions read'],
  ...['staff create', 'staff link', 'staff reset-factor'],
]);

async function run(parsed: ParsedCommand): Promise<number> {
  const { name, args, has, text } = parsed;
  const [first = '', second = ''] = args;
  // This command needs no configuration of a server.
  if (name === 'survey publish') return publishSurveyCommand(first, second, print);
  if (name === 'pull') {
    const options = { list: first, period: second, out: text('out') ?? '', from: text('from') };
    const { env, stderr } = process;
    return pullCommand({ ...options, environment: env, isTerminal: stderr.isTTY }, systemClock, say, (line) =>
      stderr.write(line),
    );
  }
  const config = parseConfig(process.env);
  // These commands open the database themselves, because `createContext` would create or migrate it.
  if (name === 'backup') return backUpCommand(config, systemClock, first, has('force'), say);
  if (name === 'restore') {
    const options = {
      isRepair: has('repair'),
      despiteSeals: has('despite-seals'),
      beforeStart: has('before-start'),
    };
    return restoreCommand(config, systemClock, first, options, say);
  }
  if (name === 'doctor')
    return doctorCommand(config, systemClock, { isThorough: has('full'), asJson: has('json') }, say);
  const context = await createContext({ ...config, logLevel: 'warn' });
  try {
    if (name === 'seal export') {
      // The export may run for minutes next to the server, whose requests take precedence.
      setPriority(constants.priority.PRIORITY_LOW);
      // No progress lines when the exported lines themselves go to the terminal.
      const isWatched = (process.stderr.isTTY && !process.stdout.isTTY) || has('progress');
      const output = { lines: process.stdout, explain: sayError, progress: isWatched ? sayError : null };
      return await exportSealedDaysCommand(context, first, text('unit'), output);
    }
    const isAsItIs = AS_THEY_ARE.has(name) || (name === 'api-key list' && has('json'));
    return await IN_CONTEXT[name](context, parsed, isAsItIs ? print : say);
  } finally {
    await context.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const explained = explainError(error);
  if (explained !== null) sayError(explained);
  else console.error(error);
  process.exitCode = 1;
}
