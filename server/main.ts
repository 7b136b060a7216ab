import { type Config, ConfigError, parseConfig } from './config.ts';
import { createContext } from './context.ts';
import { serve } from './serve.ts';
import { OpenDatabaseError } from './storage/database.ts';
import { SurveyFilesError } from './survey/survey-fault.ts';

/** Expected errors are printed as plain lines, without a stack. */
async function main(): Promise<void> {
  let config: Config;
  try {
    config = parseConfig(process.env);
    await serve(await createContext(config));
  } catch (error) {
    const expected = [ConfigError, SurveyFilesError, OpenDatabaseError];
    const isExpected = expected.some((kind) => error instanceof kind);
    process.stderr.write(`${isExpected ? (error as Error).message : explain(error)}\n`);
    process.exitCode = 1;
  }
}

const explain = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

await main();
