import { type ParseArgsConfig, parseArgs } from 'node:util';
import { commandsVi as words } from '../../web/messages/commands.vi.ts';
import type { Context } from '../context.ts';

/** Options by name: true if the option takes a value. */
const OPTIONS = {
  json: false,
  name: true,
  unit: true,
  expires: true,
  repair: false,
  role: true,
  'full-name': true,
  counters: true,
  'password-stdin': false,
  force: false,
  full: false,
  'despite-seals': false,
  progress: false,
  confirm: true,
  'before-start': false,
  sheet: true,
  date: true,
  counter: true,
  count: true,
  'day-first': false,
  'month-first': false,
  'texts-read': false,
  out: true,
  from: true,
} as const;
type OptionName = keyof typeof OPTIONS;

interface Shape {
  readonly args?: readonly string[];
  readonly required?: readonly OptionName[];
  readonly options?: readonly OptionName[];
}

/** All commands with their arguments and options; any other is refused. */
const SHAPES = {
  migrate: {},
  counters: { options: ['json'] },
  'api-key create': { required: ['name'], options: ['unit', 'expires'] },
  'api-key list': { options: ['json'] },
  'api-key revoke': { args: ['id'] },
  'staff create': {
    required: ['name', 'role'],
    options: ['full-name', 'counters', 'password-stdin'],
  },
  'staff link': { required: ['name'] },
  'staff reset-factor': { required: ['name'] },
  recount: { options: ['repair'] },
  'seal verify': {},
  'seal export': { args: ['days'], options: ['unit', 'progress'] },
  backup: { args: ['file'], options: ['force'] },
  restore: { args: ['file'], options: ['repair', 'despite-seals', 'before-start'] },
  'start-official': { options: ['confirm'] },
  'clock confirm': { args: ['day'] },
  doctor: { options: ['full', 'json'] },
  'transactions read': {
    args: ['file'],
    options: ['sheet', 'date', 'counter', 'count', 'day-first', 'month-first', 'texts-read', 'json'],
  },
  pull: { args: ['list', 'period'], required: ['out'], options: ['from'] },
  'survey publish': { args: ['id', 'version'] },
} as const satisfies Readonly<Record<string, Shape>>;
type CommandName = keyof typeof SHAPES;

const NAMES = Object.keys(SHAPES) as CommandName[];
const shapeOf = (name: CommandName): Required<Shape> => ({
  args: [],
  required: [],
  options: [],
  ...(SHAPES[name] as Shape),
});

const sayOption = (option: OptionName): string =>
  OPTIONS[option] ? `--${option} ${words.values[option]}` : `--${option}`;

function usageOf(name: CommandName): string {
  const { args, required, options } = shapeOf(name);
  const parts = [
    ...args.map((arg) => words.values[arg] ?? arg),
    ...required.map(sayOption),
    ...options.map((option) => `[${sayOption(option)}]`),
  ];
  return ['hailong', name, ...parts].join(' ');
}

const helpOf = (name: CommandName): string => `${usageOf(name)}\n\n  ${words.about[name]}`;

const HELP = [
  words.usage,
  '',
  ...NAMES.map((name) => `  ${name.padEnd(20)}${words.about[name]}`),
  '',
  words.more,
].join('\n');

export interface ParsedCommand {
  readonly name: CommandName;
  readonly args: readonly string[];
  has(option: OptionName): boolean;
  text(option: OptionName): string | null;
  /** All values of an option that may be repeated. */
  texts(option: OptionName): readonly string[] | null;
}

export type Command = (
  context: Context,
  parsed: ParsedCommand,
  print: (line: string) => void,
) => Promise<number>;

/** `help`: text to print. `fault`: what is wrong with the usage. */
type Parsed = ParsedCommand | { readonly help: string } | { readonly fault: string };

export function parseCommand(argv: readonly string[]): Parsed {
  const name = NAMES.find((each) => each.split(' ').every((word, index) => argv[index] === word));
  if (name === undefined) {
    const first = argv.find((word) => !word.startsWith('-'));
    if (first === undefined) return argv.includes('--help') ? { help: HELP } : { fault: HELP };
    return { fault: words.unknown(argv.filter((word) => !word.startsWith('-')).join(' ')) };
  }
  const rest = argv.slice(name.split(' ').length);
  if (rest.includes('--help')) return { help: helpOf(name) };
  const { args, required, options } = shapeOf(name);
  const known = Object.fromEntries(
    [...required, ...options].map((option) => [
      option,
      OPTIONS[option] ? { type: 'string', multiple: true } : { type: 'boolean' },
    ]),
  ) as NonNullable<ParseArgsConfig['options']>;
  try {
    const { positionals, values } = parseArgs({ args: [...rest], allowPositionals: true, options: known });
    const isWhole =
      positionals.length === args.length && required.every((option) => values[option] !== undefined);
    if (!isWhole) return { fault: words.missing(usageOf(name)) };
    const texts = (option: OptionName) => (values[option] as string[] | undefined) ?? null;
    return {
      name,
      args: positionals,
      has: (option) => values[option] === true,
      text: (option) => texts(option)?.at(-1) ?? null,
      texts,
    };
  } catch (error) {
    const [option = ''] = /--?[\w-]+/.exec((error as Error).message) ?? [];
    const isUnknown = (error as { code?: string }).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    return { fault: isUnknown ? words.option(name, option) : words.value(name, option) };
  }
}

export const workingLine = (seconds: string): string => words.working(seconds);
