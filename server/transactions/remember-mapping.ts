import type { Mapping } from '../../web/types/transaction-import.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteImportMapping, listImportMappings, upsertImportMapping } from './import-mapping.store.ts';
import { mappingSchema } from './mapping.ts';

/**
 * Confirmed column mappings by fingerprint of the headings. Ignores those that this version cannot parse, so that
 * the person is asked again.
 */
export async function loadMappings(db: Db, unitCode: string): Promise<Record<string, Mapping>> {
  const found = [...(await listImportMappings(db, unitCode))].flatMap(([fingerprint, json]) => {
    const parsed = mappingSchema.safeParse(JSON.parse(json));
    return parsed.success ? [[fingerprint, parsed.data] as const] : [];
  });
  return Object.fromEntries(found);
}

export const rememberMapping = (
  db: Db,
  unitCode: string,
  fingerprint: string,
  mapping: Mapping,
): Promise<void> =>
  inTransaction(db, (trx) => upsertImportMapping(trx, unitCode, fingerprint, JSON.stringify(mapping)));

export const forgetMapping = (db: Db, unitCode: string, fingerprint: string): Promise<void> =>
  inTransaction(db, (trx) => deleteImportMapping(trx, unitCode, fingerprint));
