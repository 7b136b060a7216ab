import type { Db, Trx } from '../storage/schema.ts';

/** JSON of the unit's confirmed column mappings, by fingerprint of the file's headings. */
export async function listImportMappings(db: Db, unitCode: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('import_mappings')
    .select(['fingerprint', 'mapping'])
    .where('unit_code', '=', unitCode)
    .execute();
  return new Map(rows.map(({ fingerprint, mapping }) => [fingerprint, mapping]));
}

export async function upsertImportMapping(
  trx: Trx,
  unitCode: string,
  fingerprint: string,
  mapping: string,
): Promise<void> {
  await trx
    .insertInto('import_mappings')
    .values({ unit_code: unitCode, fingerprint, mapping })
    .onConflict((conflict) => conflict.columns(['unit_code', 'fingerprint']).doUpdateSet({ mapping }))
    .execute();
}

export async function deleteImportMapping(trx: Trx, unitCode: string, fingerprint: string): Promise<void> {
  await trx
    .deleteFrom('import_mappings')
    .where('unit_code', '=', unitCode)
    .where('fingerprint', '=', fingerprint)
    .execute();
}
