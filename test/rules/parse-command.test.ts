import { describe, expect, it } from 'vitest';
import { type ParsedCommand, parseCommand } from '../../server/cli/parse-command.ts';

const parse = (line: string) => parseCommand(line === '' ? [] : line.split(' '));
const parsed = (line: string) => parse(line) as ParsedCommand;
const faultOf = (line: string) => (parse(line) as { fault?: string }).fault;

describe('the command line', () => {
  it('finds the command, its arguments and options, in any order', () => {
    const restore = parsed('restore --repair copy.sqlite');
    expect(restore).toMatchObject({ name: 'restore', args: ['copy.sqlite'] });
    expect([restore.has('repair'), restore.has('despite-seals')]).toEqual([true, false]);
    const key = parsed('api-key create --unit a --name tỉnh --unit b');
    expect(key).toMatchObject({ name: 'api-key create', args: [] });
    expect([key.text('name'), key.texts('unit'), key.text('expires')]).toEqual(['tỉnh', ['a', 'b'], null]);
    expect(parsed('backup -- --odd.sqlite').args).toEqual(['--odd.sqlite']);
  });

  it('has help for all commands and for each', () => {
    const help = (parse('--help') as { help: string }).help;
    for (const name of ['migrate', 'api-key create', 'transactions read', 'pull']) {
      expect(help).toContain(name);
      expect((parse(`${name} --help`) as { help: string }).help).toContain(`hailong ${name}`);
    }
    expect((parse('pull --help') as { help: string }).help).toContain('--out THƯ-MỤC [--from THƯ-MỤC]');
  });

  it.each([
    ['', 'Cách dùng'],
    ['counter', 'Không có lệnh “counter”'],
    ['api-key', 'Không có lệnh “api-key”'],
    ['counters --confirm 5', 'không có lựa chọn --confirm'],
    ['recount --json', 'không có lựa chọn --json'],
    ['doctor -x', 'không có lựa chọn -x'],
    ['backup', 'hailong backup TỆP [--force]'],
    ['backup a b', 'hailong backup TỆP [--force]'],
    ['staff link', 'hailong staff link --name'],
    ['api-key create --name', '--name của lệnh api-key create viết chưa đúng'],
    ['recount --repair=yes', '--repair của lệnh recount viết chưa đúng'],
  ])('refuses “%s” and says how', (line, sentence) => {
    expect(faultOf(line)).toContain(sentence);
  });
});
