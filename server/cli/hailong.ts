import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { type Config, parseConfig } from '../config.ts';
import { type Context, createContext } from '../context.ts';
import { explainError } from '../explain-error.ts';
import { systemClock } from '../lib/clock.ts';
import { findProjectRoot } from '../lib/project-root.ts';
import { onConsole, say, sayError } from '../serve.ts';
import { backUpCommand } from './commands/back-up.ts';
import { confirmClockCommand } from './commands/confirm-clock.ts';
import { createKey } from './commands/create-key.ts';
import { createStaffCommand, resetFactorCommand, staffLinkCommand } from './commands/create-staff.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportSealedDaysCommand } from './commands/export-sealed-days.ts';
import { listCountersCommand } from './commands/list-counters.ts';
import { listKeysCommand } from './commands/list-keys.ts';
import { publishSurveyCommand } from './commands/publish-survey.ts';
import { pullCommand } from './commands/pull.ts';
import { readTransactionsCommand } from './commands/read-transactions.ts';
import { recountCommand } from './commands/recount.ts';
import { restoreCommand } from './commands/restore.ts';
import { revokeKeyCommand } from './commands/revoke-key.ts';
import { startOfficialCommand } from './commands/start-official.ts';
import { verifySealsCommand } from './commands/verify-seals.ts';
import { type ParsedCommand, parseCommand, workingLine } from './parse-command.ts';
import { sayWorking } from './say-working.ts';

const print = (line: string): void => console.log(line);

/** Commands that read much and print little meanwhile. */
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

function run({ name, args, has, text, texts }: ParsedCommand): Promise<number> | number {
  const [first = '', second = ''] = args;
  // These need no settings of a server.
  if (name === 'survey publish') return publishSurveyCommand(first, second, print);
  if (name === 'pull') {
    return pullCommand(
      {
        list: first,
        period: second,
        out: text('out') ?? '',
        from: text('from'),
        environment: process.env,
        isTerminal: process.stderr.isTTY,
      },
      systemClock,
      say,
      (line) => process.stderr.write(line),
    );
  }
  const config = parseConfig(process.env);
  const open = (command: (context: Context) => Promise<number>) => withContext(config, command);
  switch (name) {
    // These open the database themselves: `createContext` would create or migrate it.
    case 'backup':
      return backUpCommand(config, systemClock, first, has('force'), say);
    case 'restore': {
      const options = {
        isRepair: has('repair'),
        despiteSeals: has('despite-seals'),
        beforeStart: has('before-start'),
      };
      return restoreCommand(config, systemClock, first, options, say);
    }
    case 'doctor':
      return doctorCommand(config, systemClock, { isThorough: has('full'), asJson: has('json') }, say);
    case 'migrate':
      return open(async () => 0);
    case 'counters':
      return open((context) => listCountersCommand(context, has('json'), print));
    case 'api-key create': {
      const key = { name: text('name') ?? '', units: texts('unit'), expiresOn: text('expires') };
      return open((context) => createKey(context, key, print));
    }
    case 'api-key list':
      return open((context) => listKeysCommand(context, has('json'), has('json') ? print : say));
    case 'api-key revoke':
      return open((context) => revokeKeyCommand(context, first, say));
    case 'staff create': {
      const person = {
        name: text('name') ?? '',
        fullName: text('full-name') ?? '',
        role: text('role') ?? '',
        counters: text('counters'),
        hasPassword: has('password-stdin'),
      };
      return open((context) => createStaffCommand(context, person, print));
    }
    case 'staff link':
      return open((context) => staffLinkCommand(context, text('name') ?? '', print));
    case 'staff reset-factor':
      return open((context) => resetFactorCommand(context, text('name') ?? '', print));
    case 'recount':
      return open((context) => recountCommand(context, has('repair'), print));
    case 'clock confirm':
      return open((context) => confirmClockCommand(context, first, say));
    case 'start-official':
      return open((context) => startOfficialCommand(context, text('confirm'), say));
    case 'seal verify':
      return open((context) => verifySealsCommand(context, say));
    case 'seal export': {
      // The export may run for minutes next to the server; the server's requests take precedence.
      setPriority(constants.priority.PRIORITY_LOW);
      // No progress lines when the export is printed to a terminal, where its own lines show the progress.
      const isWatched = (process.stderr.isTTY && !process.stdout.isTTY) || has('progress');
      const output = { lines: process.stdout, explain: sayError, progress: isWatched ? sayError : null };
      return open((context) => exportSealedDaysCommand(context, first, text('unit'), output));
    }
    case 'transactions read': {
      const options = {
        sheet: text('sheet'),
        date: text('date'),
        counter: text('counter'),
        count: text('count'),
        isDayFirst: has('day-first'),
        isMonthFirst: has('month-first'),
        asJson: has('json'),
      };
      return open((context) => readTransactionsCommand(context, first, options, print));
    }
  }
}

/** Opens the database like a server start does, migrations included. */
async function withContext(config: Config, command: (context: Context) => Promise<number>): Promise<number> {
  const context = await createContext({ ...config, logLevel: 'warn' });
  try {
    return await command(context);
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
