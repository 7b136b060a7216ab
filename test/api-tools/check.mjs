// Checks docs/openapi.v1.json with three validators; a warning counts as a failure. `npm run check:api` first
// installs these tools from their own lock file, and afterwards runs test/http/api-client.test.ts with them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
console.log('3 passed, 0 failed');
