/** SQLite takes at most 32 766 parameters a statement, and no table has as many as 30 columns. */
const ROWS_PER_STATEMENT = 1_000;

/** Rows in parts that one `insert` can take. */
export function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
}
