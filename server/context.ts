import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { createAccessBuffer } from './act/access.ts';
import { upgradeDatabase } from './backup/copies.ts';
import { judgeClock } from './clock/confirm-clock.ts';
import type { Config } from './config.ts';
import { loadAssets } from './http/assets.ts';
import { believeClock, trustClock } from './lib/believed-clock.ts';
import { type Clock, type MachineTime, machineTime } from './lib/clock.ts';
import { dayOf } from './lib/day.ts';
import { findProjectRoot } from './lib/project-root.ts';
import { type Random, systemRandom } from './lib/random.ts';
import { createKeyRates } from './reporting/key-rate.ts';
import { type AcceptedResponse, type StoreResult, storeResponses } from './response/store-responses.ts';
import { warmIntake } from './response/warm-intake.ts';
import { createGuessLimit, type GuessLimit } from './slip/guess-limit.ts';
import { createPasswordHasher, type ScryptStrength } from './staff/password-hash.ts';
import { createSignInSlowdown } from './staff/sign-in-slowdown.ts';
import { writeAccess } from './staff/write-access.ts';
import { openDatabase, retryWhileUnavailable } from './storage/database.ts';
import { isPostgres } from './storage/dialect.ts';
import type { Db } from './storage/schema.ts';
import { getOrMakeSecret } from './storage/secret.store.ts';
import { lockForServer } from './storage/server-lock.ts';
import { sqlitePathOf } from './storage/sqlite-file.ts';
import { createStorageHealth } from './storage/storage-health.ts';
import { createWriteBatch } from './storage/write-batch.ts';
import type { SurveyCatalogue } from './survey/definition.ts';
import { loadSurveys } from './survey/load-surveys.ts';
import { createHeldUploads } from './transactions/held-uploads.ts';
import { createImportReader } from './transactions/import-reader.ts';
import { createIntakeMemory } from './trust/intake-memory.ts';
import { beginRules } from './trust/switch-on-rules.ts';
import { beginInstallation, firstUnitSchema, seedUnit } from './unit/seed-unit.ts';

export interface ContextOverrides {
  readonly db?: Db;
  /** A clock for tests and the demo, which is never doubted. */
  readonly clock?: Clock;
  /** Readings of the machine's clock; ignored if `clock` is given. */
  readonly machine?: MachineTime;
  readonly random?: Random;
  readonly log?: Logger;
  readonly surveys?: SurveyCatalogue;
  readonly isDemo?: boolean;
  /** Starts a new installation officially at once, without a trial. */
  readonly isOfficial?: boolean;
  readonly slipGuesses?: GuessLimit;
  readonly passwordStrength?: ScryptStrength;
  /**
   * Given only by the server. If given, the start waits for a database that is still starting or locked, calls this
   * after each failed attempt, and locks a SQLite file against a second server.
   */
  readonly onWait?: (error: Error) => void;
}

/** Opens and migrates the database and inserts the first unit. No other module wires dependencies. */
export async function createContext(config: Config, overrides: ContextOverrides = {}) {
  const root = findProjectRoot();
  const clock = overrides.clock
    ? trustClock(overrides.clock)
    : believeClock(overrides.machine ?? machineTime);
  const random = overrides.random ?? systemRandom;
  // No line is logged per request: even timestamps in seconds would reveal the order of ballots.
  const log = overrides.log ?? pino({ level: config.logLevel, base: null });
  const surveys = overrides.surveys ?? loadSurveys(join(root, 'surveys'));
  const assets = loadAssets(join(root, 'dist', 'assets'));
  const { onWait } = overrides;
  const retry = <Result>(attempt: () => Promise<Result>) =>
    onWait ? retryWhileUnavailable(attempt, onWait) : attempt();
  const open = (patience: 'requests' | 'work') => retry(() => openDatabase(config.databaseUrl, patience));
  const workDb = overrides.db ?? (await open('work'));
  let db = workDb;
  let unlock = () => {};
  const closeDatabase = async () => {
    await Promise.all(db === workDb ? [db.destroy()] : [db.destroy(), workDb.destroy()]);
    unlock();
  };
  try {
    const source = overrides.db ? null : sqlitePathOf(config.databaseUrl);
    if (onWait && source !== null) unlock = await lockForServer(source);
    if (onWait && isPostgres(workDb)) db = await open('requests');
    const first = readFileSync(join(root, 'surveys', 'first-unit.json'), 'utf8');
    const firstUnit = firstUnitSchema.parse(JSON.parse(first));
    const isDemo = overrides.isDemo ?? false;
    // Each step can be repeated: a lock or a cut in the middle must not end the start.
    const { tokenKey, deviceKey, knownBrowserKey } = await retry(async () => {
      const copy = await upgradeDatabase(workDb, source, config.dataDir, dayOf(clock.now()));
      if (copy !== null) log.info({ copy }, 'the database was copied before it was upgraded');
      await judgeClock(workDb, clock);
      await seedUnit({ db, surveys, random }, dayOf(clock.now()), firstUnit);
      await beginRules(db, dayOf(clock.now()));
      await beginInstallation(db, random, clock.now(), overrides.isOfficial ?? isDemo);
      if (onWait) await warmIntake({ db, surveys, clock });
      // Secrets always use the system's random source: the demo's is predictable.
      return {
        tokenKey: await getOrMakeSecret(db, systemRandom, 'form-token'),
        /** HMAC key of the cookies that count a phone's ballots per day. */
        deviceKey: await getOrMakeSecret(db, systemRandom, 'device-cookie'),
        /** HMAC key of known-browser cookies. */
        knownBrowserKey: await getOrMakeSecret(db, systemRandom, 'known-browser'),
      };
    });
    const health = createStorageHealth(db, log);
    const batch = createWriteBatch<AcceptedResponse, StoreResult>(
      db,
      (trx, items) => storeResponses(trx, clock, random, items),
      health.succeeded,
    );
    const access = createAccessBuffer();
    return {
      config,
      db,
      /** For the daily work; on PostgreSQL a pool with longer timeouts than `db`, on SQLite the same connection. */
      workDb,
      health,
      clock,
      random,
      log,
      surveys,
      assets,
      batch,
      tokenKey,
      deviceKey,
      knownBrowserKey,
      /** State of the rules that compare today's ballots with each other. */
      intakeMemory: createIntakeMemory(systemRandom),
      slipGuesses: overrides.slipGuesses ?? createGuessLimit(),
      passwords: createPasswordHasher(overrides.passwordStrength),
      slowdown: createSignInSlowdown(),
      /** Buffer of the access log. */
      access,
      keyRates: createKeyRates(),
      /** Uploaded transaction files that no one has confirmed yet. */
      uploads: createHeldUploads(systemRandom),
      importReader: createImportReader(),
      isDemo,
      async close() {
        await batch.close();
        await writeAccess({ db, access }).catch((error: unknown) =>
          log.error({ err: error }, 'the last minute of the access log was lost'),
        );
        await closeDatabase();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

export type Context = Awaited<ReturnType<typeof createContext>>;
