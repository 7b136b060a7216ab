import { describe, expect, it } from 'vitest';
import {
  beginFactor,
  demandFactor,
  findPendingSecret,
  turnFactorOff,
} from '../../server/staff/change-factor.ts';
import { enter } from '../../server/staff/enter.ts';
import { listFactorRoles } from '../../server/staff/second-factor.store.ts';
import { codeAt } from '../../server/staff/second-factor.ts';
import { takeSecondStep } from '../../server/staff/second-step.ts';
import { DATABASES } from '../helpers/databases.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp } from '../helpers/test-app.ts';

const visit = { heldToken: undefined, device: '' };

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('second factors on $name', ({ open }) => {
  it('are set up once, proven once a code, and used up once a recovery code', async () => {
    const testApp = await createTestApp({ db: await open() });
    const { context, setTime } = testApp;
    const { db, clock } = context;
    const user = await addPerson(testApp, { role: 'leader' });
    const firstStep = async () => {
      const entry = await db.transaction().execute((trx) => enter(trx, context, user, visit, 'password'));
      return entry.stage === 'second-step' ? entry.step : entry.stage;
    };
    const take = (step: string, code: string) =>
      takeSecondStep(context, { step, code, visit, knownBrowserCookie: undefined });
    const outcomes = async (tries: readonly ReturnType<typeof take>[]) =>
      (await Promise.all(tries)).map(({ outcome }) => outcome).sort();

    expect(await firstStep()).toBe('session');
    await demandFactor(context, await addPerson(testApp, { role: 'administrator' }), ['leader']);
    expect(await listFactorRoles(db)).toEqual(['leader']);
    const [abandoned, step] = [await firstStep(), await firstStep()];
    const secret = (await findPendingSecret(context, user))!;
    const code = () => codeAt(secret, clock.now());
    // Two requests confirm the same new factor: one enables it, the other must then enter a code.
    const setUps = [take(abandoned, code()), take(step, code())];
    expect(await outcomes(setUps)).toEqual(['fault', 'signed-in']);
    const made = (await Promise.all(setUps)).find(({ outcome }) => outcome === 'signed-in');
    const recovery = made?.outcome === 'signed-in' ? made.recoveryCodes! : [];
    expect(await beginFactor(context, user)).toBeNull();
    expect(await findPendingSecret(context, user)).toBeNull();

    setTime('2024-02-01T08:00:00+07:00');
    const steps = [await firstStep(), await firstStep(), await firstStep()];
    expect(await outcomes(steps.map((one) => take(one, code())))).toEqual(['fault', 'fault', 'signed-in']);
    setTime('2024-02-02T08:00:00+07:00');
    const more = [await firstStep(), await firstStep(), await firstStep()];
    expect(await outcomes(more.map((one) => take(one, recovery[3]!)))).toEqual([
      'fault',
      'fault',
      'signed-in',
    ]);
    const once = await firstStep();
    expect(await outcomes([take(once, code()), take(once, recovery[4]!)])).toEqual(['ended', 'signed-in']);

    for (const ahead of ['2024-02-02T12:00:00+07:00', '2025-02-02T08:00:00+07:00']) {
      setTime(ahead);
      expect(await outcomes([take(await firstStep(), code())])).toEqual(['signed-in']);
      // The clock is correct again.
      setTime('2024-02-02T08:05:00+07:00');
      expect(await outcomes([take(await firstStep(), code())])).toEqual(['signed-in']);
      expect(await outcomes([take(await firstStep(), code())])).toEqual(['fault']);
    }

    expect(await turnFactorOff(context, user)).toMatchObject({ code: 'factor-demanded' });
    await demandFactor(context, user, []);
    expect(await turnFactorOff(context, user)).toBeNull();
    expect(await firstStep()).toBe('session');
  });
});
