import { type ParsedCommand, parseCommand } from '../../server/cli/parse-command.ts';

/** Fails if the command line would reject the arguments. */
export function commandOf(...argv: string[]): ParsedCommand {
  const parsed = parseCommand(argv);
  if (!('name' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
}
