import { type Dialect, type Driver, Kysely } from 'kysely';
import { makeSqliteDialect, openSqlite } from '../../server/storage/database.ts';
import type { Database, Db } from '../../server/storage/schema.ts';

/** A database whose commits wait at a gate, so that a test can look at the moment before one. */
export interface GatedDatabase {
  readonly db: Db;
  /** From now on a commit waits. */
  shut(): void;
  /** Lets the waiting commits pass, and all later ones. */
  open(): void;
  /** Makes the waiting commits fail, as on a full disk, and lets later ones pass. */
  fail(): void;
  /** Resolves when a commit waits at the gate. */
  reached(): Promise<void>;
}

/** Opens a SQLite file as the product does, with a gate before each commit. The gate is open at first. */
export function openGatedSqlite(path: string): GatedDatabase {
  let gate: { passed: Promise<void>; pass: () => void; refuse: (error: Error) => void } | null = null;
  let arrive: () => void = () => {};
  let arrived = Promise.resolve();

  const dialect = makeSqliteDialect(openSqlite(path));
  const createDriver = (): Driver => {
    const driver = dialect.createDriver();
    const commit = driver.commitTransaction.bind(driver);
    driver.commitTransaction = async (connection) => {
      if (gate) {
        arrive();
        await gate.passed;
      }
      await commit(connection);
    };
    return driver;
  };
  const gated: Dialect = {
    createDriver,
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };

  return {
    db: new Kysely<Database>({ dialect: gated }),
    shut() {
      arrived = new Promise((resolve) => {
        arrive = resolve;
      });
      let pass = () => {};
      let refuse: (error: Error) => void = () => {};
      const passed = new Promise<void>((resolve, reject) => {
        pass = resolve;
        refuse = reject;
      });
      gate = { passed, pass, refuse };
    },
    open() {
      gate?.pass();
      gate = null;
    },
    fail() {
      gate?.refuse(new Error('disk full'));
      gate = null;
    },
    reached: () => arrived,
  };
}
