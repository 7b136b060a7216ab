import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { type Config, ConfigError, parseConfig } from '../config.ts';
import { type Context, createContext } from '../context.ts';
import { systemClock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import { say, sayError } from '../serve.ts';
import { OpenDatabaseError } from '../storage/database.ts';
import { SurveyFilesError } from '../survey/survey-fault.ts';
import { backUpCommand } from './commands/back-up.ts';
import { createKey } from './commands/create-key.ts';
import { createStaffCommand, staffLinkCommand } from './commands/create-staff.ts';
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
import { explainError } from './explain-error.ts';

const HELP = `Usage: hailong COMMAND

  migrate                                   bring the database to the present version
  counters [--json]                         counters with their codes and addresses
  api-key create --name N [--unit CODE] [--expires DAY]
                                            a key for the JSON; printed once, on the last line
  api-key list [--json]                     all keys with their ids, units and days; never a key itself
  api-key revoke ID                         end a key; ID is the one that the list prints
  staff create --name USER --role ROLE [--full-name NAME] [--counters CODE,CODE] [--password-stdin]
                                            add a person (staff, leader, supervisor, administrator) and print a
                                            one-time address to set the password; or read one from stdin
  staff link --name USER                    a one-time address to set a new password
  recount [--repair]                        compare the tallies with the ballots; exit code 1 on a difference
  seal verify                               compute the days' seals again; names the first day that differs, exit code 1
  seal export DAY|FROM..TO [--unit CODE] [--progress]
                                            ballots and tallies of a sealed day, or of the sealed days of a range, as
                                            the lines that seals are made of; exit code 1 when a day is not sealed
  backup FILE [--force]                     copy the database to a file, also while the server runs
  start-official [--confirm N]              end the trial: erases its N ballots; without N it says what is left to do
  restore FILE [--repair] [--despite-seals] [--before-start]
                                            put a copy in the place of the database; the server must be stopped
  doctor [--full] [--json]                  examine the installation; exit code 1 when something is to be mended
  transactions read FILE [--sheet N] [--date COLUMN] [--counter COLUMN|none] [--count COLUMN|none]
                    [--day-first|--month-first] [--json]
                                            show how a file of transactions is read; writes nothing
  pull LIST PERIOD --out DIR [--from DIR]   reports of many installations, checked and added up; LIST is a CSV of name,
                                            address, key or name of an environment variable, and units; PERIOD may be
                                            last-month or last-quarter. Exit code 3 when some did not answer well
  survey publish ID VERSION                 publish a survey file, after which it may not change

The settings of the server (DATA_DIR, DATABASE_URL, ...) hold here too.`;

const print = (line: string): void => console.log(line);

/** Exit codes: 0 done, 1 failed or a difference was found, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      json: { type: 'boolean' },
      name: { type: 'string' },
      unit: { type: 'string', multiple: true },
      expires: { type: 'string' },
      repair: { type: 'boolean' },
      role: { type: 'string' },
      'full-name': { type: 'string' },
      counters: { type: 'string' },
      'password-stdin': { type: 'boolean' },
      force: { type: 'boolean' },
      full: { type: 'boolean' },
      'despite-seals': { type: 'boolean' },
      progress: { type: 'boolean' },
      confirm: { type: 'string' },
      'before-start': { type: 'boolean' },
      sheet: { type: 'string' },
      date: { type: 'string' },
      counter: { type: 'string' },
      count: { type: 'string' },
      'day-first': { type: 'boolean' },
      'month-first': { type: 'boolean' },
      out: { type: 'string' },
      from: { type: 'string' },
    },
  });
  const command = positionals.join(' ');
  if (values.help || command === '') {
    print(HELP);
    return values.help ? 0 : 2;
  }
  if (positionals[0] === 'survey' && positionals[1] === 'publish' && positionals.length === 4) {
    return publishSurveyCommand(positionals[2] as string, positionals[3] as string, print);
  }
  if (positionals[0] === 'pull' && positionals.length === 3 && values.out !== undefined) {
    const [, list = '', period = ''] = positionals;
    const { out, from = null } = values;
    const isTerminal = process.stderr.isTTY;
    return pullCommand(
      { list, period, out, from, environment: process.env, isTerminal },
      systemClock,
      say,
      (text) => process.stderr.write(text),
    );
  }
  const config = parseConfig(process.env);
  // `backup`, `restore` and `doctor` open the database themselves: `createContext` would create or migrate
  // it.
  const file = positionals.length === 2 ? positionals[1] : undefined;
  if (positionals[0] === 'backup' && file !== undefined) {
    return backUpCommand(config, systemClock, file, values.force ?? false, say);
  }
  if (positionals[0] === 'restore' && file !== undefined) {
    const options = {
      isRepair: values.repair ?? false,
      despiteSeals: values['despite-seals'] ?? false,
      beforeStart: values['before-start'] ?? false,
    };
    return restoreCommand(config, systemClock, file, options, say);
  }
  if (command === 'doctor') {
    const options = { isThorough: values.full ?? false, asJson: values.json ?? false };
    return doctorCommand(config, systemClock, options, say);
  }
  if (command.startsWith('api-key revoke ') && positionals.length === 3) {
    return withContext(config, (context) => revokeKeyCommand(context, positionals[2] as string, say));
  }
  if (positionals[0] === 'seal' && positionals[1] === 'export' && positionals.length === 3) {
    // The export may run for minutes next to the server; the server's requests take precedence.
    setPriority(constants.priority.PRIORITY_LOW);
    // No progress lines when the export is printed to a terminal, where its own lines show the progress.
    const isWatched = (process.stderr.isTTY && !process.stdout.isTTY) || (values.progress ?? false);
    const output = {
      lines: process.stdout,
      explain: sayError,
      progress: isWatched ? sayError : null,
    };
    return withContext(config, (context) =>
      exportSealedDaysCommand(context, positionals[2] as string, values.unit?.[0] ?? null, output),
    );
  }
  if (positionals[0] === 'transactions' && positionals[1] === 'read' && positionals.length === 3) {
    const options = {
      sheet: values.sheet ?? null,
      date: values.date ?? null,
      counter: values.counter ?? null,
      count: values.count ?? null,
      isDayFirst: values['day-first'] ?? false,
      isMonthFirst: values['month-first'] ?? false,
      asJson: values.json ?? false,
    };
    return withContext(config, (context) =>
      readTransactionsCommand(context, positionals[2] as string, options, print),
    );
  }
  switch (command) {
    case 'migrate':
      return withContext(config, async () => 0);
    case 'counters':
      return withContext(config, (context) => listCountersCommand(context, values.json ?? false, print));
    case 'api-key create':
      return withContext(config, (context) =>
        createKey(
          context,
          { name: values.name ?? '', units: values.unit ?? null, expiresOn: values.expires ?? null },
          print,
        ),
      );
    case 'api-key list':
      return withContext(config, (context) =>
        listKeysCommand(context, values.json ?? false, values.json ? print : say),
      );
    case 'staff create':
      return withContext(config, (context) =>
        createStaffCommand(
          context,
          {
            name: values.name ?? '',
            fullName: values['full-name'] ?? '',
            role: values.role ?? '',
            counters: values.counters ?? null,
            hasPassword: values['password-stdin'] ?? false,
          },
          print,
        ),
      );
    case 'staff link':
      return withContext(config, (context) => staffLinkCommand(context, values.name ?? '', print));
    case 'recount':
      return withContext(config, (context) => recountCommand(context, values.repair ?? false, print));
    case 'start-official':
      return withContext(config, (context) => startOfficialCommand(context, values.confirm ?? null, say));
    case 'seal verify':
      return withContext(config, (context) => verifySealsCommand(context, say));
    default:
      print(`Unknown command: ${command}\n\n${HELP}`);
      return 2;
  }
}

/** Opens the database like a server start does, migrations included. */
async function withContext(config: Config, run: (context: Context) => Promise<number>): Promise<number> {
  const context = await createContext({ ...config, logLevel: 'warn' });
  try {
    return await run(context);
  } finally {
    await context.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false;
  const expected = [ConfigError, SurveyFilesError, OpenDatabaseError, AppError];
  const isExpected = isUsage || expected.some((kind) => error instanceof kind);
  if (isExpected) sayError(explainError(error));
  else console.error(error);
  process.exitCode = isUsage ? 2 : 1;
}
