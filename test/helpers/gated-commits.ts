import { type Dialect, type Driver, Kysely } from 'kysely';
import { FileDialect, openSqlite } from '../../server/storage/database.ts';
import type { Database, Db } from '../../server/storage/schema.ts';

/** A database whose commits a test can hold back, to inspect what is visible before a commit. */
export interface GatedDatabase {
  readonly db: Db;
  /** From now on commits wait. */
  shut(): void;
  /** Lets waiting and later commits go on. */
  open(): void;
  /** Makes waiting commits fail, as on a full disk; later ones go on. */
  fail(): void;
  /** Resolves as soon as a commit waits. */
  reached(): Promise<void>;
}

/** Opens a SQLite file as the server does; commits are not held back at first. */
export function openGatedSqlite(path: string): GatedDatabase {
  let gate: { passed: Promise<void>; pass: () => void; refuse: (error: Error) => void } | null = null;
  let arrive: () => void = () => {};
  let arrived = Promise.resolve();

  const dialect = new FileDialect(openSqlite(path));
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
