import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readTransactionsCommand } from '../../server/cli/commands/read-transactions.ts';
import { commandOf } from '../helpers/command.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp } from '../helpers/test-app.ts';

describe('transactions read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-'));
  const keep = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  async function run(
    path: string,
    options: Readonly<Record<string, string | boolean>> = {},
    always: readonly string[] = ['--texts-read'],
  ) {
    const given = Object.entries(options).flatMap(([name, value]) =>
      typeof value === 'string' ? [`--${name}`, value] : [`--${name}`],
    );
    const command = commandOf('transactions', 'read', path, ...always, ...given);
    const testApp = await createTestApp();
    testApp.setTime('2025-01-02T08:00:00+07:00');
    const before = await dumpTables(testApp.context.db);
    const lines: string[] = [];
    const code = await readTransactionsCommand(testApp.context, command, (line) => lines.push(line));
    expect(await dumpTables(testApp.context.db)).toEqual(before);
    return { code, text: lines.join('\n'), lines };
  }

  it('prints the numbers where the file leaves no doubt, and how it was read', async () => {
    const { code, text } = await run('test/cases/import/c07-param-row-from-to.xlsx');
    expect(code).toBe(0);
    expect(text).toContain('format: xlsx');
    expect(text).toContain('headings: row 4');
    expect(text).toContain('date G "Ngày trả": likely');
    expect(text).toContain('2024-12-02  Tư pháp – hộ tịch, chứng thực  2');
    expect(text).toContain('left out: 1 not finished');
    expect(text).toContain('total: 3');
  });

  it('prints what it needs, and the numbers once that is given', async () => {
    const path = 'test/cases/import/k07-thoi-han2.xlsx';
    const asked = await run(path);
    expect(asked.code).toBe(1);
    expect(asked.lines.at(-1)).toBe('needs: date');
    for (const date of ['F', 'f', 'Ngày trả thực tế']) {
      const { code, text } = await run(path, { date, counter: 'none' });
      expect(code, date).toBe(0);
      expect(text).toContain('2024-12-02  whole unit  1');
    }
    expect((await run(path, { date: 'Z' })).code).toBe(2);
  });

  it.each([
    [{ 'month-first': true }, '2024-12-06  whole unit  14'],
    [{ 'day-first': true }, '2024-06-12  whole unit  14'],
  ])('reads days in the order that it is told: %o', async (options, line) => {
    const { code, text } = await run('test/cases/import/w01-us-week.csv', options);
    expect(code).toBe(0);
    expect(text).toContain(line);
  });

  it('counts rows or adds up a column, as it is told', async () => {
    const path = 'test/cases/import/j01-so-ho-so-short-numbers.xlsx';
    expect((await run(path)).lines.at(-1)).toBe('needs: kind');
    expect((await run(path, { count: 'none' })).text).toContain('total: 3');
    expect((await run(path, { count: 'B' })).text).toContain('total: 4572');
  });

  it('chooses a sheet by its number, and prints JSON', async () => {
    const { code, lines } = await run('test/cases/import/k01-official-book.xlsx', {
      sheet: '1',
      json: true,
    });
    expect(code).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      needs: [],
      numbers: { entries: [{ n: 1 }, { n: 1 }] },
    });
  });

  it('names rows that cannot be read, and refuses what is no table', async () => {
    const bad = await run(keep('bad.csv', 'Mã hồ sơ;Ngày trả\nA1;20/12/2024\nA2;thứ hai\n'));
    expect(bad.code).toBe(1);
    expect(bad.text).toContain('bad: row 3, column B: not-a-date (thứ hai)');
    const pdf = await run(keep('x.xlsx', '%PDF-1.7'), { json: true });
    expect(pdf).toMatchObject({ code: 2, text: '{"refused":"pdf","row":null}' });
  });

  it.each([
    'Kỳ;Số lượt\nQuý 3/2024;310\n',

    'Tuần;Số lượt\nTuần 51;40\n',
  ])('says what to do with days that are in no column: %s', async (text) => {
    const { code, lines } = await run(keep('crosstab.csv', text));
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('no column has days: put them into one column');
  });

  it('names texts that it does not understand, until someone has read them', async () => {
    const path = keep('luy-ke.csv', 'Kế hoạch năm\nNgày;Số lượt\n20/12/2024;3\n');
    const { code, lines } = await run(path, {}, []);
    expect(lines.filter((line) => line.startsWith('text'))).toEqual([
      'text: "luy ke"',
      'text: "Kế hoạch năm"',
    ]);
    expect(lines.at(-1)).toBe('needs: unfamiliar');
    expect(code).toBe(1);
    expect((await run(path)).text).toContain('2024-12-20  whole unit  3');
  });

  it('names states and names that a person has to explain', async () => {
    const text =
      'Mã hồ sơ;Bộ phận;Ngày nhận;Ngày trả;Trạng thái\nH1;Bến xe;16/12/2024;17/12/2024;Đã trả\nH2;Bến xe;16/12/2024;18/12/2024;9\n';
    const { code, lines } = await run(keep('states.csv', text), { counter: 'B' });
    expect(code).toBe(1);
    expect(lines).toContain('state: "9" in "Trạng thái", 1 rows');
    expect(lines).toContain('name: "Bến xe" is no counter');
    expect(lines.at(-1)).toBe('needs: states, names');
  });

  it('works as a command, and writes nothing beside the file', async () => {
    const path = keep('days.csv', 'Ngày;Số lượt\n20/12/2024;3\n');
    const data = mkdtempSync(join(tmpdir(), 'data-'));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/server/cli/hailong.js', 'transactions', 'read', path, '--texts-read', '--json'],
      { env: { ...process.env, DATA_DIR: data } },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      needs: [],
      numbers: { entries: [{ from: '2024-12-20', n: 3 }] },
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('days'))).toEqual(['days.csv']);
  });
});
