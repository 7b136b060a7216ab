import { type ParsedCommand, parseCommand } from '../../server/cli/parse-command.ts';

/** What the console's program makes of these arguments; fails where it would refuse them. */
export function commandOf(...argv: string[]): ParsedCommand {
  const parsed = parseCommand(argv);
  if (!('name' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
}
