// Checks docs/openapi.v1.json with three validators, a warning being a failure, and compiles strictly the client that openapi-typescript makes.
// `npm run check:api` installs these tools from their own lock file first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SwaggerParser from '@apidevtools/swagger-parser';
import { Validator } from '@seriousme/openapi-schema-validator';

const path = new URL('../../docs/openapi.v1.json', import.meta.url);
const read = () => JSON.parse(readFileSync(path, 'utf8'));

const { valid, errors } = await new Validator().validate(read());
if (!valid) throw new Error(`seriousme: ${JSON.stringify(errors)}`);
await SwaggerParser.validate(read());
const run = (program, ...args) => execFileSync(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const lint = JSON.parse(run('node_modules/@redocly/cli/bin/cli.js', 'lint', fileURLToPath(path), '--format=json'));
if (lint.totals.errors + lint.totals.warnings > 0) throw new Error(`Redocly: ${JSON.stringify(lint.problems)}`);
const client = join(mkdtempSync(join(tmpdir(), 'api-')), 'client.ts');
run('node_modules/openapi-typescript/bin/cli.js', fileURLToPath(path), '-o', client);
run('../../node_modules/typescript/bin/tsc', '--strict', '--noEmit', '--ignoreConfig', client);
console.log('4 passed, 0 failed');
