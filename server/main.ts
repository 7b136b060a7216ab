import { type Config, ConfigError, parseConfig } from './config.ts';
import { createContext } from './context.ts';
import { sayInUse, sayWaiting, serve } from './serve.ts';
import { OpenDatabaseError } from './storage/database.ts';
import { DatabaseInUseError } from './storage/server-lock.ts';
import { SurveyFilesError } from './survey/survey-fault.ts';

/** Expected errors are printed as plain lines, without a stack. */
async function main(): Promise<void> {
  let config: Config;
  try {
    config = parseConfig(process.env);
    await serve(await createContext(config, { onWait: ({ message }) => sayWaiting(message) }));
  } catch (error) {
    if (error instanceof DatabaseInUseError) sayInUse(error.path);
    else {
      const expected = [ConfigError, SurveyFilesError, OpenDatabaseError];
      const isExpected = expected.some((kind) => error instanceof kind);
      process.stderr.write(`${isExpected ? (error as Error).message : explain(error)}\n`);
    }
    process.exitCode = 1;
  }
}

const explain = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

await main();
