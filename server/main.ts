import { type Config, ConfigError, parseConfig } from './config.ts';
import { createContext } from './context.ts';
import { serve } from './serve.ts';
import { SurveyFilesError } from './survey/survey-fault.ts';

/** `npm start`: settings → context → serve. What stops the start is said in plain lines. */
async function main(): Promise<void> {
  let config: Config;
  try {
    config = parseConfig(process.env);
    await serve(await createContext(config));
  } catch (error) {
    const isExpected = error instanceof ConfigError || error instanceof SurveyFilesError;
    process.stderr.write(`${isExpected ? error.message : explain(error)}\n`);
    process.exitCode = 1;
  }
}

const explain = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

await main();
