import { type ParsedCommand, parseCommand } from '../../server/cli/parse-command.ts';

/** Parses console arguments; fails if the program would reject them. */
export function commandOf(...argv: string[]): ParsedCommand {
  const parsed = parseCommand(argv);
  if (!('name' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
}
