import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_KINDS } from '../../server/act/act.ts';
import { narrowAddress } from '../../server/http/client-address.ts';
import { findKnownBrowser, rememberAccount } from '../../server/staff/known-browser.ts';
import {
  createPasswordHasher,
  createPasswordQueue,
  PASSWORD_STRENGTH,
  PasswordsBusy,
} from '../../server/staff/password-hash.ts';
import { ROLES } from '../../server/staff/role.ts';
import {
  accountBudget,
  addressBudget,
  createSignInSlowdown,
  FREE_FAILURES,
  LONGEST_WAIT_MS,
  waitAfter,
} from '../../server/staff/sign-in-slowdown.ts';
import { parseUserName } from '../../server/staff/user.ts';
import { accountsVi } from '../../web/messages/accounts.vi.ts';
import { ACT_EXAMPLES } from '../helpers/act-examples.ts';

describe('the slow-down', () => {
  it('waits longer after each failure, up to its longest', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (failures) => {
        expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures));
        expect(waitAfter(failures)).toBeLessThanOrEqual(LONGEST_WAIT_MS);
        expect(waitAfter(failures) > 0).toBe(failures >= FREE_FAILURES);
      }),
    );
  });

  it('lets no schedule of guesses through faster than the longest wait allows', () => {
    const gaps = fc.array(fc.nat({ max: 3 * LONGEST_WAIT_MS }), { minLength: 30, maxLength: 300 });
    fc.assert(
      fc.property(gaps, (gapsMs) => {
        const slowdown = createSignInSlowdown();
        let now = 0;
        let taken = 0;
        for (const gap of gapsMs) {
          now += gap;
          if (slowdown.begin('pair', new Date(now)) === 0) taken += 1;
        }
        // Five without a wait, ten while the wait doubles to its maximum, then one per maximum wait.
        expect(taken).toBeLessThanOrEqual(16 + now / LONGEST_WAIT_MS);
      }),
    );
  });

  it('keeps pairs apart, and forgets one with success or after a quiet day', () => {
    const slowdown = createSignInSlowdown();
    const at = (ms: number) => new Date(ms);
    for (let count = 0; count < FREE_FAILURES; count += 1) expect(slowdown.begin('a', at(0))).toBe(0);
    expect(slowdown.begin('a', at(0))).toBe(1_000);
    expect(slowdown.begin('b', at(0))).toBe(0);
    slowdown.succeed('a');
    expect(slowdown.begin('a', at(0))).toBe(0);
    for (let count = 0; count < FREE_FAILURES; count += 1) slowdown.begin('c', at(0));
    expect(slowdown.begin('c', at(0))).toBeGreaterThan(0);
    expect(slowdown.begin('c', at(24 * 3_600_000))).toBe(0);
    expect(slowdown.begin('c', at(24 * 3_600_000))).toBe(0);
  });

  it('does not forget a pair that waits for a flood of attempts that were turned away', () => {
    const slowdown = createSignInSlowdown();
    const now = new Date(0);
    for (let count = 0; count < FREE_FAILURES; count += 1) slowdown.begin('guesser', now);
    for (let count = 0; count < 50_000; count += 1) {
      slowdown.begin(`name-${count}`, now);
      slowdown.withdraw(`name-${count}`);
    }
    expect(slowdown.begin('guesser', now)).toBe(1_000);
  });
});

describe('the budgets of tries', () => {
  const HOUR_MS = 3_600_000;

  it('allow at most 30 tries in any hour at one account, whatever the schedule and the addresses', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400_000 }), { minLength: 60, maxLength: 300 }), (gapsMs) => {
        const slowdown = createSignInSlowdown();
        const taken: number[] = [];
        let now = 0;
        for (const [index, gap] of gapsMs.entries()) {
          now += index % 2 === 0 ? gap : 0;
          if (slowdown.begin(`address-${index}`, new Date(now), [accountBudget('a')]) === 0) taken.push(now);
        }
        for (const start of taken) {
          expect(taken.filter((at) => at >= start && at < start + HOUR_MS).length).toBeLessThanOrEqual(30);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('turn an address away that tries one password at many accounts, and take nothing for that', () => {
    const slowdown = createSignInSlowdown();
    const now = new Date(0);
    const spray = (n: number) =>
      slowdown.begin(`pair-${n}`, now, [accountBudget(`user-${n}`), addressBudget('203.0.113.7')]);
    const waits = Array.from({ length: 100 }, (_, n) => spray(n));
    expect(waits.filter((wait) => wait === 0).length).toBe(addressBudget('').burst);
    expect(Math.max(...waits)).toBe(addressBudget('').everyMs);
    expect(slowdown.begin('other', now, [accountBudget('user-99'), addressBudget('198.51.100.2')])).toBe(0);
  });

  it('get a right password back, so that an office behind one address never waits', () => {
    const slowdown = createSignInSlowdown();
    const budgets = [addressBudget('203.0.113.7')];
    for (let n = 0; n < 200; n += 1) {
      expect(slowdown.begin(`pair-${n}`, new Date(n), budgets)).toBe(0);
      slowdown.succeed(`pair-${n}`, budgets);
    }
  });
});

describe('a clock that is set back', () => {
  it('keeps nobody out for longer than the longest wait', () => {
    const back = fc.integer({ min: 60_000, max: 400 * 24 * 3_600_000 });
    fc.assert(
      fc.property(back, fc.nat({ max: 40 }), (backMs, tries) => {
        const slowdown = createSignInSlowdown();
        const budgets = [accountBudget('lan')];
        const start = 1_000 * 24 * 3_600_000;
        let last = start;
        for (let index = 0; index < tries; index += 1) {
          last += 20_000;
          slowdown.begin('lan, 192.0.2.7', new Date(last), budgets);
        }
        const after = last - backMs;
        const wait = slowdown.begin('lan, 192.0.2.7', new Date(after), budgets);
        expect(wait).toBeLessThanOrEqual(LONGEST_WAIT_MS);
        const next = slowdown.begin('lan, 192.0.2.7', new Date(after + LONGEST_WAIT_MS), budgets);
        expect(wait === 0 || next === 0).toBe(true);
      }),
    );
  });
});

describe('a known browser', () => {
  const key = new Uint8Array(32).fill(7);
  const id = (n: number) => n.toString(16).padStart(32, '0');

  it('is known for the accounts that signed in there, at most five, and for no other', () => {
    let cookie: string | undefined;
    for (let n = 1; n <= 7; n += 1) cookie = rememberAccount(key, `user-${n}`, id(n), cookie);
    for (let n = 1; n <= 7; n += 1) {
      expect(findKnownBrowser(key, `user-${n}`, cookie)).toBe(n > 2 ? id(n) : null);
    }
    expect(findKnownBrowser(key, 'user-8', cookie)).toBeNull();
    expect(findKnownBrowser(new Uint8Array(32), 'user-7', cookie)).toBeNull();
  });

  it('keeps its id for an account, however often it signs in', () => {
    const first = rememberAccount(key, 'chu-tich', id(1), undefined);
    expect(rememberAccount(key, 'chu-tich', id(2), first)).toBe(first);
  });

  it('is nothing that can be made up', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (cookie) => {
        expect(findKnownBrowser(key, 'chu-tich', cookie)).toBeNull();
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:51234', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (address, expected) => {
    expect(narrowAddress(address)).toBe(expected);
  });
});

describe('a user name', () => {
  it.each(['abc', 'mot-cua', 'can.bo_01', 'a'.repeat(32)])('may be %s', (name) => {
    expect(parseUserName(` ${name.toUpperCase()} `)).toBe(name);
  });
  it.each(['', 'ab', 'a'.repeat(33), '1abc', 'một cửa', 'a b c', '-abc', 'abc\u0000d', 'аdmin'])(
    'may not be %j',
    (name) => {
      expect(parseUserName(name)).toBeNull();
    },
  );
});

describe('the hash of a password', () => {
  it('takes as much work as was decided, and says so', async () => {
    const hasher = createPasswordHasher();
    const stored = await hasher.hash('bốn quyển vở mới');
    expect(stored).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(PASSWORD_STRENGTH.log2N).toBeGreaterThanOrEqual(15);
    expect(await hasher.verify('bốn quyển vở mới'.normalize('NFD'), stored)).toBe(true);
    expect(await hasher.verify('bốn quyển vở mớI', stored)).toBe(false);
  });

  it('differs each time, and nothing compares with none or with nonsense', async () => {
    const hasher = createPasswordHasher({ log2N: 4, r: 1, p: 1 });
    const [one, two] = await Promise.all([hasher.hash('như nhau'), hasher.hash('như nhau')]);
    expect(one).not.toBe(two);
    for (const stored of [null, '', 'scrypt', 'scrypt$4$1$1$$']) {
      expect(await hasher.verify('', stored)).toBe(false);
      expect(await hasher.verify('như nhau', stored)).toBe(false);
    }
    expect(hasher.isWeak(one!)).toBe(false);
    expect(createPasswordHasher().isWeak(one!)).toBe(true);
  });
});

describe('the queue of password comparisons', () => {
  /** Tasks that the test ends; `started` has their names in the order of their start. */
  function openQueue() {
    const inTurn = createPasswordQueue();
    const started: string[] = [];
    const ends = new Map<string, () => void>();
    const add = (name: string, isFirst: boolean) =>
      inTurn(
        () =>
          new Promise<void>((resolve) => {
            started.push(name);
            ends.set(name, resolve);
          }),
        isFirst,
      );
    const end = async (name: string) => {
      ends.get(name)?.();
      // The next task begins in later microtasks.
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { add, started, end };
  }

  it('runs one of a stranger and keeps a place for known browsers, and turns the crowd away', async () => {
    const { add, started, end } = openQueue();
    const strangers = Array.from({ length: 80 }, (_, index) => add(`stranger ${index}`, false));
    const turnedAway = Promise.allSettled(strangers.slice(1 + 64));
    expect(started).toEqual(['stranger 0']);
    const owners = ['owner', 'owner again', 'owner once more'].map((name) => add(name, true));
    expect((await turnedAway).every(({ status }) => status === 'rejected')).toBe(true);
    await expect(strangers.at(-1)).rejects.toThrow(PasswordsBusy);
    expect(started.slice(1)).toEqual(['owner']);
    await end('stranger 0');
    expect(started.slice(2)).toEqual(['owner again']);
    await end('owner');
    expect(started.slice(3)).toEqual(['owner once more']);
    await end('owner again');
    await end('owner once more');
    for (let index = 0; index < started.length; index += 1) await end(started[index] ?? '');
    await Promise.all([...strangers.slice(0, 65), ...owners]);
    expect(started.slice(4)).toEqual(Array.from({ length: 64 }, (_, index) => `stranger ${index + 1}`));
  });

  it('goes on after a task that failed', async () => {
    const inTurn = createPasswordQueue();
    const fail = () => Promise.reject(new Error('no memory'));
    for (let times = 0; times < 5; times += 1) await expect(inTurn(fail, false)).rejects.toThrow('no memory');
    expect(await inTurn(() => Promise.resolve('done'), false)).toBe('done');
  });
});

describe('the words of accounts', () => {
  it('name every role and every act', () => {
    const words = accountsVi;
    for (const role of ROLES) {
      expect(words.roles[role]).toBeTruthy();
      expect(words.roleHints[role]).toBeTruthy();
    }
    for (const kind of ACT_KINDS) {
      for (const params of ACT_EXAMPLES[kind]) {
        const said = words.acts[kind]?.(params);
        expect(said, kind).toBeTruthy();
        expect(said, kind).not.toMatch(/undefined|NaN|null|Invalid|\[object/);
        // Days are formatted for people, not as stored.
        expect(said, kind).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        // Acts that differ have different sentences.
        expect(ACT_EXAMPLES[kind].filter((other) => words.acts[kind]?.(other) === said)).toEqual([params]);
      }
    }
    expect(Object.keys(words.acts).sort()).toEqual([...ACT_KINDS].sort());
  });
});
