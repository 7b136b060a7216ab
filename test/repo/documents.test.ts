import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { commandsVi } from '../../web/messages/commands.vi.ts';

const NOT_OURS = ['node_modules', 'dist', 'data', 'coverage', '.git'];
const TEXT = /\.(md|ts|tsx|mjs|json|css|html|yml|yaml|sh)$|(^|\/)(Dockerfile|LICENSE|run|\.\w+)$/;

/** Lists files by walking folders, so that it works without git. */
function listFiles(folder: string): string[] {
  return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    // In a second worktree `.git` is a file.
    if (NOT_OURS.includes(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(path);
    return [path];
  });
}

const files = listFiles('');
const documents = files
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const operations = readFileSync('docs/operations.md', 'utf8');
const allText = documents.map(({ text }) => text).join('\n');

const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** Anchor of a heading, as code hosts generate it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\d\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    anchorOf(heading!),
  );

function findBrokenLinks({ path, text }: { path: string; text: string }): string[] {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  return links.filter((link) => {
    if (/^(https?:|mailto:)/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
  });
}

describe.each(documents)('$path', (document) => {
  test('links to what exists', () => {
    expect(findBrokenLinks(document)).toEqual([]);
  });

  test('has one title, at its beginning, and is NFC', () => {
    // Templates have no title of their own.
    const titles = document.path.startsWith('.github/') ? 0 : 1;
    expect(document.text.replace(/```[\s\S]*?```/g, '').match(/^# /gm) ?? []).toHaveLength(titles);
    if (titles > 0) expect(document.text).toMatch(/^# \S/);
    expect(document.text).toBe(document.text.normalize('NFC'));
  });

  test('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...document.text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      ([, name]) => name!,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names files of the repository that exist', () => {
    const folders = /`((?:server|web|test|docs|surveys|bench|\.ci)\/[\w./-]+\w)`/g;
    const named = [...document.text.matchAll(folders)].map(([, path]) => path!);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe.each(['README.md', 'README.vi.md'])('%s', (path) => {
  const text = readFileSync(path, 'utf8');

  test('begins with what it is and the two commands, and leads to the other language', () => {
    const commands = ['npm ci && npm start', 'npm ci && npm test'].map((command) => text.indexOf(command));
    expect(commands.every((at) => at > 0)).toBe(true);
    expect(commands).toEqual([...commands].sort((a, b) => a - b));
    const beginning = text.slice(0, commands[0]);
    expect(beginning.length).toBeLessThan(1_200);
    expect(beginning).toMatch(/\]\(README(\.vi)?\.md\)/);
  });

  test('links to pages for users, contributors and security reports', () => {
    for (const target of ['docs/huong-dan/khoi-dau.md', 'docs/pages.md', 'CONTRIBUTING.md', 'SECURITY.md'])
      expect(text, target).toContain(`](${target})`);
  });
});

describe('docs/request-lifecycle.md', () => {
  test('names files that exist, below server/ unless the path says otherwise', () => {
    const text = readFileSync('docs/request-lifecycle.md', 'utf8');
    const named = [...text.matchAll(/\b([a-z][\w-]*(?:\/[\w.-]+)+\.(?:ts|tsx|mjs))\b/g)].map(
      ([, path]) => path!,
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(path) && !existsSync(`server/${path}`))).toEqual([]);
  });
});

describe('docs/pages.md', () => {
  test('has alternative texts for pictures', () => {
    const pictures = [...readFileSync('docs/pages.md', 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];
    expect(pictures.length).toBeGreaterThanOrEqual(9);
    for (const [, words, path] of pictures) expect(words!.length, path).toBeGreaterThan(20);
  });
});

describe('the guides in Vietnamese', () => {
  const guides = documents.filter(({ path }) => path.startsWith('docs/huong-dan/'));
  const words = files
    .filter((path) => /^web\/messages\/.*\.vi\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  /** Whether pages have this label; guides write `…` for a number in it. */
  const isOnPages = (label: string) => label.split('…').every((part) => words.includes(part.trim()));

  test('name existing buttons', () => {
    const labels = guides.flatMap(({ text }) =>
      [...text.matchAll(/bấm \*\*([^*]+)\*\*/gi)].map(([, label]) => label!),
    );
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => !isOnPages(label))).toEqual([]);
    expect(isOnPages('Nút không có')).toBe(false);
  });

  test('are linked from the first', () => {
    const first = guides.find(({ path }) => path.endsWith('/khoi-dau.md'))?.text ?? '';
    const names = guides.map(({ path }) => posix.basename(path)).filter((name) => name !== 'khoi-dau.md');
    expect(names.filter((name) => !first.includes(`](${name})`))).toEqual([]);
  });

  test('say what was tested and what was not', () => {
    for (const { path, text } of guides) expect(text, path).toMatch(/^## Đã thử và chưa thử$/m);
  });

  test('use every picture, small and with an alternative text', () => {
    const shown = guides.flatMap(({ text }) => [...text.matchAll(/!\[([^\]]*)\]\(\.\.\/([^)]+)\)/g)]);
    for (const [, words, path] of shown) expect(words!.length, path).toBeGreaterThan(20);
    const own = files.filter((path) => path.startsWith('docs/pictures/huong-dan/'));
    expect(own.length).toBeGreaterThan(15);
    expect(own.filter((path) => !shown.some(([, , link]) => `docs/${link}` === path))).toEqual([]);
    expect(own.filter((path) => statSync(path).size > 125_000)).toEqual([]);
  });
});

describe('the documents', () => {
  const config = readFileSync('server/config.ts', 'utf8');
  const settings = [...config.matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(([, name]) => name!);

  test('explain every setting in its own row, and no other', () => {
    expect(settings.length).toBeGreaterThanOrEqual(10);
    const rows = [...operations.matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name]) => name!);
    expect(rows.sort()).toEqual([...settings].sort());
  });

  test('name the default of every setting', () => {
    const defaults = parseConfig({});
    const shown = (name: string) => new RegExp(`^\\| \`${name}\` \\| (.*?) \\|`, 'm').exec(operations)?.[1];
    expect(shown('HOST')).toBe(`\`${defaults.host}\``);
    expect(shown('PORT')).toBe(`\`${defaults.port}\``);
    expect(shown('DATA_DIR')).toBe(`\`${defaults.dataDir}\``);
    expect(shown('TRUSTED_PROXIES')).toBe(`\`${defaults.trustedProxies}\``);
    expect(shown('LOG_LEVEL')).toBe(`\`${defaults.logLevel}\``);
    expect(shown('DEFAULT_LOCALE')).toBe(`\`${defaults.defaultLocale}\``);
    expect(defaults.allowHttp).toBe(false);
    expect(shown('ALLOW_HTTP')).toBe('`off`');
    expect(defaults.metricsPort).toBeNull();
    expect(shown('METRICS_PORT')).toBe('off');
  });

  test('name every route', () => {
    const app = createApp({ config: parseConfig({}) } as unknown as Context);
    const paths = new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path));
    expect(paths.size).toBeGreaterThan(12);
    const named = (path: string) => allText.includes(`\`${path}\``) || allText.includes(`\`GET ${path}\``);
    // Routes of single files are documented by name, not by pattern.
    const missing = [...paths].filter((path) => !path.includes('{') && !named(path));
    expect(missing).toEqual([]);
  });

  test('name every command of the administrator', () => {
    const commands = Object.keys(commandsVi.about);
    expect(commands).toContain('api-key create');
    for (const command of commands)
      expect(operations, command).toMatch(new RegExp(`^\\| \`${command}\\b`, 'm'));
  });

  test('list no decision twice', () => {
    const numbers = readdirSync('docs/decisions').map((name) =>
      Number(/^(\d{3})-[a-z0-9-]+\.md$/.exec(name)?.[1]),
    );
    expect(numbers).not.toContain(Number.NaN);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    for (const name of readdirSync('docs/decisions')) {
      const text = readFileSync(`docs/decisions/${name}`, 'utf8');
      expect(text, name).toMatch(
        /^# \d{3} [\s\S]*\n## Context\n[\s\S]*\n## Decision\n[\s\S]*\n## Consequences\n/,
      );
    }
  });
});

/** Text that ties the project to one machine or one supplier. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['a path of one machine', /(?<![\w.-])\/(?:home|Users|root)\/\w|C:\\Users\\/],
  ['a place that exists on one machine only', /(?<![\w.-])\/work\//],
  ['a host of a package registry', /registry\.\w+\.(?:org|com|dev)|\w+\.jfrog\.io|npmmirror/],
];

describe('all text files', () => {
  const texts = files
    .filter((path) => TEXT.test(path) && path !== 'test/repo/documents.test.ts')
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

  test.each(FORBIDDEN)('are free of %s', (_, pattern) => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('of documentation name no temporary folder', () => {
    expect(documents.filter(({ text }) => /(?<![\w.-])\/tmp\//.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test('end with one line end and have Unix line ends', () => {
    const exempt = /^(test\/golden|surveys)\//;
    const faulty = texts.filter(
      ({ path, text }) =>
        !exempt.test(path) && text !== '' && (text.includes('\r') || !/[^\n]\n$/.test(text)),
    );
    expect(faulty.map(({ path }) => path)).toEqual([]);
  });
});

/** Test files and titles of tests that docs/asvs.md refers to. */
const listEvidence = (text: string): { readonly file: string; readonly title: string | null }[] =>
  [...text.matchAll(/`(test\/[\w/.-]+)`((?:,? ?"(?:[^"]|"(?:back|sign out everywhere)")+")*)/g)].flatMap(
    ([, file = '', titles = '']) => {
      const named = [...titles.matchAll(/"((?:[^"]|"(?:back|sign out everywhere)")+)"/g)];
      const found: { file: string; title: string | null }[] = named.map(([, title = '']) => ({
        file,
        title,
      }));
      return found.length === 0 ? [{ file, title: null }] : found;
    },
  );

describe('docs/asvs.md', () => {
  const { text } = documents.find(({ path }) => path === 'docs/asvs.md') as { text: string };

  test('names tests that exist', () => {
    const evidence = listEvidence(text);
    expect(evidence.filter(({ title }) => title !== null).length).toBeGreaterThan(35);
    const missing = evidence.filter(
      ({ file, title }) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title ?? ''),
    );
    expect(missing).toEqual([]);
  });

  test('has a state for every section, and a reason for whatever falls short', () => {
    const rows = text.match(/^\| V\d.*$/gm) ?? [];
    expect(new Set(rows.map((row) => /V(\d+)/.exec(row)?.[1])).size).toBe(17);
    for (const row of rows) {
      const [, state = '', reason = ''] = row.split(' | ');
      expect(['met', 'partly', '–'], row).toContain(state);
      if (state === 'partly') expect(reason.length, row).toBeGreaterThan(40);
    }
  });
});

describe('the checks of documents', () => {
  test('find a link to a missing file, to a missing heading, and in the text only', () => {
    const path = 'docs/operations.md';
    const broken = (text: string) => findBrokenLinks({ path, text });
    expect(broken('[a](missing.md)')).toEqual(['missing.md']);
    expect(broken('[a](../README.md#nothing-like-it)')).toEqual(['../README.md#nothing-like-it']);
    expect(broken('![a](pictures/missing.png)')).toEqual(['pictures/missing.png']);
    expect(broken('[a](../README.md#licence) [b](https://example.org/x) `[c](missing.md)`')).toEqual([]);
  });

  test('know forbidden words when they see them', () => {
    const samples = ['see /home/somebody/x', `in /${'work'}/main`, `"https://registry.${'npmjs'}.org/zod"`];
    for (const [index, [name, pattern]] of FORBIDDEN.entries()) {
      expect(samples[index], name).toMatch(pattern);
      expect('docs/work/x and https://khaosat.example.gov.vn/home/', name).not.toMatch(pattern);
    }
  });
});
