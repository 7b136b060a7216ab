import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropUsedFirstAdministratorFile } from '../../server/staff/first-administrator-file.ts';
import { runProgram, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

const PASSWORD = 'bốn quyển vở mới';

const send = (origin: string, path: string, fields: Record<string, string>) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { Origin: origin },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

describe('the first administrator of an installation', () => {
  it('finds the address in a file that nobody else reads, new at each start, and none afterwards', async () => {
    const settings = { DATA_DIR: makeFolder('data') };
    const first = await startServer(settings);
    const path = first.firstAdministratorFile!;
    const old = readFileSync(path, 'utf8').trim();
    expect(old).toMatch(/^http:\/\/localhost:\d+\/dang-nhap#ma=[\w-]{43}$/);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(first.printed()).not.toContain('#ma=');
    await first.stop();

    const second = await startServer(settings);
    const codeOf = (address: string) => new URL(address).hash.slice('#ma='.length);
    const fresh = readFileSync(second.firstAdministratorFile!, 'utf8').trim();
    expect(codeOf(fresh)).not.toBe(codeOf(old));
    expect((await send(second.origin, '/dang-nhap/ma', { code: codeOf(old) })).status).toBe(422);
    const fields = { code: codeOf(fresh), name: 'quan-ly', full_name: 'Quản lý', password: PASSWORD };
    expect((await send(second.origin, '/dang-nhap/mat-khau', fields)).headers.get('location')).toBe(
      '/quan-tri/thiet-lap',
    );
    expect(existsSync(path)).toBe(false);
    await second.stop();

    const third = await startServer(settings);
    expect(third.firstAdministratorFile).toBeNull();
    expect(existsSync(path)).toBe(false);
    const entered = await send(third.origin, '/dang-nhap', { name: 'quan-ly', password: PASSWORD });
    expect(entered.status).toBe(303);
    await third.stop();
  });

  it('can be created on the command line, and the password is never an argument', async () => {
    const settings = { DATA_DIR: makeFolder('data'), PUBLIC_URL: 'https://khaosat.example.gov.vn' };
    const run = (...args: string[]) => runProgram('cli/hailong', args, settings);
    const made = await run('staff', 'create', '--name', 'quan-ly', '--role', 'administrator');
    expect(made.code).toBe(0);
    const last = made.stdout.trim().split('\n').at(-1)!;
    expect(last).toMatch(/^https:\/\/khaosat\.example\.gov\.vn\/dang-nhap#ma=[\w-]{43}$/);
    const again = await run('staff', 'create', '--name', 'quan-ly', '--role', 'administrator');
    expect([again.code, again.stdout]).toEqual([1, 'name: user-name-taken\n']);
    const wrong = await run('staff', 'create', '--name', 'x', '--role', 'boss');
    expect(wrong.code).toBe(1);
    expect(wrong.stdout.split('\n')).toEqual(['name: user-name-form', 'role: role-missing', '']);
    const argument = await run('staff', 'create', '--name', 'abc', '--role', 'staff', '--password', 'x');
    expect(argument.code).toBe(2);
    const link = await run('staff', 'link', '--name', 'QUAN-LY');
    expect(link.stdout.trim().split('\n').at(-1)).toMatch(/#ma=[\w-]{43}$/);
    expect((await run('staff', 'link', '--name', 'nobody')).code).toBe(1);
  });

  it('signs in although the file cannot be deleted; the failure is logged', () => {
    const folder = makeFolder('data');
    const warnings: unknown[] = [];
    const log = { warn: (...said: unknown[]) => void warnings.push(said.at(-1)) };
    dropUsedFirstAdministratorFile(folder, log);
    expect(warnings).toEqual([]);
    // A folder with the file's name cannot be deleted as a file.
    mkdirSync(join(folder, 'first-administrator.txt'));
    dropUsedFirstAdministratorFile(folder, log);
    expect(warnings).toEqual([expect.stringContaining('could not be deleted')]);
  });
});
