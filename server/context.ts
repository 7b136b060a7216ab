import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { upgradeDatabase } from './backup/upgrade-database.ts';
import type { Config } from './config.ts';
import { type Assets, loadAssets } from './http/assets.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { dayOf } from './lib/day.ts';
import { findProjectRoot } from './lib/project-root.ts';
import { type Random, systemRandom } from './lib/random.ts';
import { type AcceptedResponse, type StoreResult, storeResponses } from './response/store-responses.ts';
import { createGuessLimit, type GuessLimit } from './slip/guess-limit.ts';
import { createPasswordHasher, type PasswordHasher, type ScryptStrength } from './staff/password-hash.ts';
import { createSignInSlowdown, type SignInSlowdown } from './staff/sign-in-slowdown.ts';
import { openDatabase } from './storage/database.ts';
import type { Db } from './storage/schema.ts';
import { getOrMakeSecret } from './storage/secret.store.ts';
import { sqlitePathOf } from './storage/sqlite-file.ts';
import { createWriteBatch, type WriteBatch } from './storage/write-batch.ts';
import type { SurveyCatalogue } from './survey/definition.ts';
import { loadSurveys } from './survey/load-surveys.ts';
import { createHeldUploads, type HeldUploads } from './transactions/held-uploads.ts';
import { createImportReader, type ImportReader } from './transactions/import-reader.ts';
import { beginRules } from './trust/begin-rules.ts';
import { createIntakeMemory, type IntakeMemory } from './trust/intake-memory.ts';
import { firstUnitSchema, seedUnit } from './unit/seed-unit.ts';

/** Everything that lives as long as the process. Made here and nowhere else. */
export interface Context {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly surveys: SurveyCatalogue;
  readonly assets: Assets;
  readonly batch: WriteBatch<AcceptedResponse, StoreResult>;
  /** Signs form tokens. */
  readonly tokenKey: Uint8Array;
  /** Signs the cookies that count a phone's ballots of a day. */
  readonly deviceKey: Uint8Array;
  /** What the rules that look at several ballots remember of today. */
  readonly intakeMemory: IntakeMemory;
  /** Slows down whoever guesses one-time slips. */
  readonly slipGuesses: GuessLimit;
  readonly passwords: PasswordHasher;
  readonly slowdown: SignInSlowdown;
  /** Signs the cookies of browsers on which somebody signed in before. */
  readonly knownBrowserKey: Uint8Array;
  /** Files of transactions that people are being asked about. */
  readonly uploads: HeldUploads;
  readonly importReader: ImportReader;
  /** Every page says that its figures are made up. */
  readonly isDemo: boolean;
  /** Waits for what is being written, then closes the database. */
  close(): Promise<void>;
}

/** What tests and the demo put in the place of the real thing. */
export interface ContextOverrides {
  readonly db?: Db;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Logger;
  readonly surveys?: SurveyCatalogue;
  readonly isDemo?: boolean;
  readonly slipGuesses?: GuessLimit;
  readonly passwordStrength?: ScryptStrength;
}

/** Opens the database, brings it up to date, seeds the first unit and puts the parts together. */
export async function createContext(config: Config, overrides: ContextOverrides = {}): Promise<Context> {
  const root = findProjectRoot();
  const clock = overrides.clock ?? systemClock;
  const random = overrides.random ?? systemRandom;
  // Time stamps in whole seconds would still order requests; no line is written for a request at all.
  const log = overrides.log ?? pino({ level: config.logLevel, base: null });
  const surveys = overrides.surveys ?? loadSurveys(join(root, 'surveys'));
  const assets = loadAssets(join(root, 'dist', 'assets'));
  const db = overrides.db ?? (await openDatabase(config.databaseUrl));
  try {
    const source = overrides.db ? null : sqlitePathOf(config.databaseUrl);
    const copy = await upgradeDatabase(db, source, config.dataDir, dayOf(clock.now()));
    if (copy !== null) log.info({ copy }, 'the database was copied before it was upgraded');
    const first = readFileSync(join(root, 'surveys', 'first-unit.json'), 'utf8');
    await seedUnit(db, random, dayOf(clock.now()), firstUnitSchema.parse(JSON.parse(first)));
    await beginRules(db, dayOf(clock.now()));
    const batch = createWriteBatch<AcceptedResponse, StoreResult>(db, (trx, items) =>
      storeResponses(trx, clock, random, items),
    );
    // Secrets come from the system whatever stands in its place: the demo's source can be foretold.
    return {
      config,
      db,
      clock,
      random,
      log,
      surveys,
      assets,
      batch,
      tokenKey: await getOrMakeSecret(db, systemRandom, 'form-token'),
      deviceKey: await getOrMakeSecret(db, systemRandom, 'device-cookie'),
      intakeMemory: createIntakeMemory(systemRandom),
      slipGuesses: overrides.slipGuesses ?? createGuessLimit(),
      passwords: createPasswordHasher(overrides.passwordStrength),
      slowdown: createSignInSlowdown(),
      knownBrowserKey: await getOrMakeSecret(db, systemRandom, 'known-browser'),
      uploads: createHeldUploads(systemRandom),
      importReader: createImportReader(),
      isDemo: overrides.isDemo ?? false,
      async close() {
        await batch.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
