import { consoleVi } from '../web/messages/console.vi.ts';
import { parseConfig } from './config.ts';
import { createContext } from './context.ts';
import { explainError } from './explain-error.ts';
import { sayError, sayWaiting, serve } from './serve.ts';
import { DatabaseInUseError } from './storage/server-lock.ts';

/** Expected errors are printed as plain lines, without a stack. */
async function main(): Promise<void> {
  try {
    const config = parseConfig(process.env);
    await serve(await createContext(config, { onWait: sayWaiting }));
  } catch (error) {
    if (error instanceof DatabaseInUseError) sayError(consoleVi.databaseInUse(error.path));
    else sayError(explainError(error) ?? stackOf(error));
    process.exitCode = 1;
  }
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

await main();
