import { finishDays } from './finished-days.ts';
import { acceptedBallot, DAYS } from './sealed-office.ts';
import { createTestApp, type TestApp } from './test-app.ts';

/** An app with the ballots of `DAYS`, all sealed, on the morning after the last day. */
export async function openSealedApp(): Promise<TestApp> {
  const testApp = await createTestApp();
  for (const [day, ballots] of DAYS) {
    testApp.setTime(`${day}T08:00:00+07:00`);
    await finishDays(testApp.context);
    await testApp.storeMany(Array.from({ length: ballots }, () => acceptedBallot()));
  }
  testApp.setTime('2024-02-03T08:00:00+07:00');
  await finishDays(testApp.context);
  return testApp;
}
