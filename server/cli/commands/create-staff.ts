import { text } from 'node:stream/consumers';
import type { Context } from '../../context.ts';
import { isHereOnly, publicAddress } from '../../http/public-address.ts';
import { AppError } from '../../lib/errors.ts';
import { addUser } from '../../staff/add-user.ts';
import { resetFactor } from '../../staff/change-factor.ts';
import { dropUsedFirstAdministratorFile } from '../../staff/first-administrator-file.ts';
import { makePasswordLink, oneTimeAddress } from '../../staff/make-link.ts';
import { setPasswordByLink } from '../../staff/use-link.ts';
import { findUserByName } from '../../staff/user.store.ts';
import { foldUserName, type User } from '../../staff/user.ts';
import type { Command, ParsedCommand } from '../parse-command.ts';

const splitList = (text: string): string[] => text.split(',').map((name) => name.trim().toLowerCase());

/**
 * Prints the one-time link alone on the last line, for scripts. The password is read from standard input, because
 * every user of the machine can see the arguments of a process.
 */
export async function createStaffCommand(
  context: Context,
  { has, text: option, texts }: ParsedCommand,
  print: (line: string) => void,
  readInput: () => Promise<string> = () => text(process.stdin),
): Promise<number> {
  const password = has('password-stdin') ? (await readInput()).replace(/\r?\n$/, '') : null;
  const roles = (texts('role') ?? []).flatMap(splitList);
  if (option('counters') !== null && roles.some((role) => role !== 'staff')) {
    print('counters: only-for-staff');
    return 1;
  }
  const added = await addUser(context, null, {
    name: option('name') ?? '',
    full_name: option('full-name') || (option('name') ?? ''),
    roles,
    allCounters: option('counters') === null,
    counters: splitList(option('counters') ?? ''),
  });
  if (added.outcome === 'faults') {
    for (const { field, code } of added.faults) print(`${field}: ${code}`);
    return 1;
  }
  const { name } = added.user;
  if (password !== null) {
    const set = await setPasswordByLink(context, {
      code: added.code,
      name: '',
      full_name: '',
      password,
      visit: null,
      knownBrowserCookie: undefined,
    });
    if (set.outcome === 'done') {
      if (set.user.roles.includes('administrator'))
        dropUsedFirstAdministratorFile(context.config.dataDir, context.log);
      print(`${name} can sign in.`);
      return 0;
    }
    if (set.outcome === 'faults')
      for (const { code, params } of set.faults)
        print(`password: ${[code, ...Object.values(params ?? {})].join(' ')}`);
    print(`${name} was added without this password. The address below sets one:`);
  } else print(`${name} was added. This address sets the password; it works once, within 7 days:`);
  printAddress(context, added.code, print);
  return password === null ? 0 : 1;
}

export const staffLinkCommand: Command = async (context, { text }, print) => {
  const user = await getUser(context, text('name') ?? '');
  const code = await makePasswordLink(context, null, user);
  print(`This address sets a new password for ${user.name}; it works once, within 7 days:`);
  printAddress(context, code, print);
  return 0;
};

/** For the only administrator, who cannot reset the second factor of their own account on the web page. */
export const resetFactorCommand: Command = async (context, { text }, print) => {
  const user = await getUser(context, text('name') ?? '');
  const hadFactor = await resetFactor(context, null, user);
  print(hadFactor ? `The second factor of ${user.name} is off.` : `${user.name} has no second factor.`);
  return 0;
};

async function getUser({ db }: Context, name: string): Promise<User> {
  const found = await findUserByName(db, foldUserName(name));
  if (!found) throw new AppError('not-found', 'user-unknown', { name });
  return found.user;
}

function printAddress({ config }: Context, code: string, print: (line: string) => void): void {
  if (isHereOnly(config))
    print('It opens on this machine; elsewhere only over https, or with ALLOW_HTTP=on.');
  print(oneTimeAddress(publicAddress(config), code));
}
