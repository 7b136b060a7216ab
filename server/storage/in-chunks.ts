/** SQLite allows 32 766 parameters per statement; no table has 30 columns. */
const ROWS_PER_STATEMENT = 1_000;

export function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
}
