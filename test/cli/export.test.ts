import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { exportSealedDaysCommand } from '../../server/cli/commands/seals.ts';
import { runExport } from '../helpers/exported-lines.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { openSealedApp } from '../helpers/sealed-app.ts';
import { asOwner, UNIT } from '../helpers/sealed-office.ts';
import { createTestApp } from '../helpers/test-app.ts';

describe('the command for exports', () => {
  it('refuses a running day, an unsealed day, what is no day, and an unknown unit', async () => {
    const testApp = await openSealedApp();
    for (const day of ['2024-02-03', '2024-01-28']) {
      const { code, printed, explained } = await runExport(testApp.context, day);
      expect([code, printed]).toEqual([1, []]);
      expect(explained[0]).toContain('chưa khóa số liệu');
    }
    expect(await runExport(testApp.context, '29/01/2024')).toMatchObject({ code: 2, printed: [] });
    expect(await runExport(testApp.context, '2024-01-29', 'tan-lap')).toMatchObject({ code: 2, printed: [] });
    expect((await runExport(testApp.context, '2024-01-29', UNIT)).code).toBe(0);
  });

  it('of a range names the days that are not sealed, and writes the others', async () => {
    const testApp = await openSealedApp();
    const { context } = testApp;
    const sealed = await runExport(context, '2024-01-29..2024-02-02');
    expect(sealed).toMatchObject({ code: 0, explained: [] });
    const wide = await runExport(context, '2024-01-27..2024-02-03', UNIT);
    expect(wide.code).toBe(1);
    expect(wide.printed).toEqual(sealed.printed);
    expect(wide.explained).toEqual([
      'Các ngày từ 27/01/2024 đến 28/01/2024 chưa khóa số liệu nên chưa xuất được.',
      'Ngày 03/02/2024 chưa khóa số liệu nên chưa xuất được. Ngày đang chạy thì không xuất.',
    ]);
    const none = await runExport(context, '2025-01-01..2025-12-31');
    expect(none).toMatchObject({ code: 1, printed: [], progress: [] });
    expect(none.explained).toHaveLength(1);
    await asOwner(context.db, () =>
      context.db.deleteFrom('day_seals').where('day', '=', '2024-01-31').execute(),
    );
    const gap = await runExport(context, '2024-01-29..2024-02-02');
    expect(gap.code).toBe(1);
    expect(gap.printed).toEqual(sealed.printed.filter((line) => !line.includes('"day":"2024-01-31"')));
    expect(gap.explained[0]).toContain('Ngày 31/01/2024');
  });

  it('reports progress, by the sealed numbers of ballots', async () => {
    const testApp = await openSealedApp();
    const { progress } = await runExport(testApp.context, '2024-01-29..2024-02-02');
    expect(progress).toEqual(['Đã xuất 0 trên 16 phiếu (0%).', 'Đã xuất 16 trên 16 phiếu (100%).']);
  });

  it.each([
    ['2024-02-02..2024-01-29', 'khoảng ngày'],
    ['2024-01-29..', 'khoảng ngày'],
    ['2024-01-29...2024-02-02', 'khoảng ngày'],
    ['2001-01-01..2024-02-02', 'khoảng ngày'],
    ['2024-01', 'một ngày'],
  ])('refuses %s', async (span, words) => {
    const testApp = await createTestApp();
    const { code, printed, explained } = await runExport(testApp.context, span);
    expect([code, printed]).toEqual([2, []]);
    expect(explained[0]).toContain(words);
  });

  it('reports a failing output, and is silent when the reader closes it', async () => {
    const testApp = await openSealedApp();
    const broken = async (error: Error) => {
      const explained: string[] = [];
      const lines = new Writable({ write: (_chunk, _encoding, done) => done(error) });
      const output = { lines, explain: (line: string) => void explained.push(line), progress: null };
      const code = await exportSealedDaysCommand(testApp.context, '2024-01-29..2024-02-02', null, output);
      return [code, explained];
    };
    const failed = (code: string) => Object.assign(new Error(`${code}: write`), { code, syscall: 'write' });
    expect(await broken(failed('EPIPE'))).toEqual([1, []]);
    expect(await broken(failed('ENOSPC'))).toEqual([
      1,
      ['Không ghi tiếp được (ENOSPC: write). Phần đã ghi còn thiếu, đừng dùng để đối chiếu.'],
    ]);
    await expect(broken(new Error('a fault of the program'))).rejects.toThrow('a fault of the program');
  });

  it('has nothing of the comments or the time of day, and respondents only in tallies', async () => {
    const testApp = await createTestApp();
    await testApp.storeMany([
      { overall: 2, comment: 'Nóng quá', respondent: { kind: 'person', field: 'dat-dai' } },
    ]);
    testApp.setTime('2024-01-30T08:00:00+07:00');
    await finishDays(testApp.context);
    const text = (await runExport(testApp.context, '2024-01-29')).printed.join('\n');
    expect(text).toContain('"overall":2');
    for (const part of ['Nóng', '08:']) expect(text).not.toContain(part);
    // The lines for the seal contain tallies by respondent, which identify no ballot; ballots contain no respondent.
    const ofRespondents = text.split('\n').filter((line) => /person|dat-dai/.test(line));
    expect(ofRespondents.map((line) => JSON.parse(line).dimension).sort()).toEqual(['field', 'kind']);
  });
});
