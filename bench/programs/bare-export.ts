import { writeSync } from 'node:fs';
import SqliteConnection from 'better-sqlite3';

// A minimal export, with which ours is compared: prints the columns of each ballot in BENCH_DATABASE as a line of JSON.

const LINES_A_WRITE = 250;
const connection = new SqliteConnection(process.env.BENCH_DATABASE ?? ':memory:', { readonly: true });
const rows = connection
  .prepare(
    `select day, unit_code, id, counter_code, channel, survey_id, survey_version, answers, why, set_aside, suggested
     from ballots order by day, unit_code, id`,
  )
  .iterate();
let lines: string[] = [];
const write = (): void => {
  if (lines.length > 0) writeSync(1, `${lines.join('\n')}\n`);
  lines = [];
};
for (const row of rows) if (lines.push(JSON.stringify(row)) === LINES_A_WRITE) write();
write();
connection.close();
