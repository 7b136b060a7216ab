import type { Db } from '../storage/schema.ts';
import { findUserByName } from './user.store.ts';
import { foldUserName, type User } from './user.ts';

/** The person with a user name as it was typed. */
export const findUserNamed = async (db: Db, name: string): Promise<User | undefined> =>
  (await findUserByName(db, foldUserName(name)))?.user;
