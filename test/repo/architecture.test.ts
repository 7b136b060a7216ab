import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type ArchitectureRule,
  findPureFiles,
  hasNoBarrels,
  hasNoCycles,
  hasSpeakingNames,
  importsExistingFiles,
  keepsFileKinds,
  keepsModuleOrder,
  keepsRulesPure,
  keepsSentencesInCatalogues,
  keepsWebApart,
  keepsWebLayers,
  MAX_LINES,
  PURE_MODULES,
  staysShort,
} from './architecture-rules.ts';
import { parseSource, readSources } from './source-files.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const dependencies = Object.keys(manifest.dependencies);
const tools = [...dependencies, ...Object.keys(manifest.devDependencies)];
/** `npm start` needs run-time dependencies only; other build scripts are for developers. */
const packagesOf = (path: string): readonly string[] =>
  path.startsWith('web/build/') && path !== 'web/build/build.mjs' ? tools : dependencies;

const files = readSources(['server', 'web']).map(parseSource);

/** Benchmarks may use everything; nothing of the product may use them. */
const benches = readSources(['bench']).map(parseSource);

describe('the code of bench/', () => {
  const rules: readonly (readonly [string, ArchitectureRule])[] = [
    ['has no cycles', hasNoCycles],
    ['has no barrels', hasNoBarrels],
    ['imports files that exist and declared packages', importsExistingFiles(existsSync, () => tools)],
    ['has names that say what is inside', hasSpeakingNames],
    ['holds no sentence outside the catalogues', keepsSentencesInCatalogues],
    [`has no file longer than ${MAX_LINES} lines`, staysShort],
  ];

  test.each(rules)('%s', (_, rule) => {
    expect(benches.length).toBeGreaterThan(10);
    expect(rule([...files, ...benches]).filter((fault) => fault.startsWith('bench/'))).toEqual([]);
  });

  test('is not used by the product', () => {
    const users = files.filter(({ imports }) => imports.some(({ target }) => target?.startsWith('bench/')));
    expect(users.map(({ path }) => path)).toEqual([]);
  });

  test('has a launcher for each benchmark: a file of the folder that exports `run`', () => {
    const benchmarks = benches.filter(({ path }) => /^bench\/[^/]+\.ts$/.test(path));
    expect(benchmarks.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['bench/get.ts', 'bench/ballot.ts']),
    );
    for (const { path, exports } of benchmarks)
      expect(
        exports.map(({ name }) => name),
        path,
      ).toContain('run');
  });
});

describe('the code of server/ and web/', () => {
  test('is read completely', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['server/main.ts', 'server/launch.mjs', 'web/pages/SurveyPage.tsx']),
    );
    expect(
      files.filter(({ imports }) => imports.some(({ target }) => target !== null)).length,
    ).toBeGreaterThan(100);
  });

  const rules: readonly (readonly [string, ArchitectureRule])[] = [
    ['imports modules to the left only', keepsModuleOrder],
    ['keeps the pages apart from the server', keepsWebApart],
    ['keeps the layers of web/', keepsWebLayers],
    ['speaks SQL in stores and HTTP in routes', keepsFileKinds],
    ['keeps rules pure', keepsRulesPure],
    ['has no cycles', hasNoCycles],
    ['has no barrels', hasNoBarrels],
    ['imports files that exist and declared packages', importsExistingFiles(existsSync, packagesOf)],
    ['has names that say what is inside', hasSpeakingNames],
    ['holds no sentence outside the catalogues', keepsSentencesInCatalogues],
    [`has no file longer than ${MAX_LINES} lines`, staysShort],
  ];

  test.each(rules)('%s', (_, rule) => {
    expect(rule(files)).toEqual([]);
  });

  test('exports nothing that nothing imports', () => {
    const used = new Set(
      [...files, ...benches, ...readSources(['test']).map(parseSource)].flatMap(({ imports }) =>
        imports.flatMap(({ target, names }) => names.map((name) => `${target} ${name}`)),
      ),
    );
    const unused = files.flatMap(({ path, exports }) =>
      exports
        .map(({ name }) => `${path} ${name}`)
        .filter((name) => !used.has(name) && !used.has(`${path} *`)),
    );
    // The preview finds examples by folder.
    expect(unused.filter((name) => !/\.examples\.ts /.test(name))).toEqual([]);
  });

  test('has no path aliases', () => {
    const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
    expect(compilerOptions).not.toHaveProperty('paths');
    expect(compilerOptions).not.toHaveProperty('baseUrl');
    expect(manifest).not.toHaveProperty('imports');
  });
});

/** Violations that a rule finds in fictitious files. */
function judge(rule: ArchitectureRule, sources: Readonly<Record<string, string>>): string[] {
  return rule(Object.entries(sources).map(([path, text]) => parseSource({ path, text })));
}

/** The rule must find one fictitious fault, in the right file. */
function expectFault(rule: ArchitectureRule, sources: Readonly<Record<string, string>>, fault: RegExp): void {
  expect(judge(rule, sources)).toEqual([expect.stringMatching(fault)]);
}

describe('the order of modules', () => {
  test('refuses an import from a later module, also of a type', () => {
    for (const keyword of ['import', 'import type']) {
      const text = `${keyword} { tallyOf } from '../tally/tally.ts';`;
      expectFault(
        keepsModuleOrder,
        { 'server/period/period.ts': text },
        /^server\/period.*tally stands after period/,
      );
    }
  });

  test('sees every way to write an import', () => {
    for (const text of [
      "import '../tally/tally.ts';",
      "export { tallyOf } from '../tally/tally.ts';",
      "export * from '../tally/tally.ts';",
      "const tally = await import('../tally/tally.ts');",
      "type Tally = import('../tally/tally.ts').Tally;",
    ]) {
      expectFault(keepsModuleOrder, { 'server/period/period.ts': text }, /tally stands after period/);
    }
  });

  test('lets a module import its own and earlier ones', () => {
    const text = "import './cell.ts'; import '../survey/definition.ts'; import '../lib/day.ts';";
    expect(judge(keepsModuleOrder, { 'server/tally/tally.ts': text })).toEqual([]);
  });

  test('gives http the type of the context, never the context', () => {
    const path = 'server/http/environment.ts';
    expect(judge(keepsModuleOrder, { [path]: "import type { Context } from '../context.ts';" })).toEqual([]);
    expectFault(
      keepsModuleOrder,
      { [path]: "import { createContext } from '../context.ts';" },
      /context stands after/,
    );
    const rule = { 'server/unit/unit.ts': "import type { Context } from '../context.ts';" };
    expectFault(keepsModuleOrder, rule, /context stands after unit/);
  });

  test('requires a place for every module', () => {
    expectFault(keepsModuleOrder, { 'server/survey-tools/x.ts': '' }, /survey-tools has no place/);
  });
});

describe('pages and server', () => {
  test('a page that imports from the server is refused', () => {
    const text = "import type { Report } from '../../server/reporting/report.v1.ts';";
    expectFault(keepsWebApart, { 'web/pages/LeaderPage.tsx': text }, /knows nothing of the server/);
  });

  test('only routes show pages, and nothing but pages', () => {
    const page = "import { renderErrorPage } from '../../web/pages/ErrorPage.tsx';";
    expect(judge(keepsWebApart, { 'server/unit/unit.routes.tsx': page })).toEqual([]);
    expectFault(keepsWebApart, { 'server/unit/add-unit.ts': page }, /only routes show pages/);
    const words = "import { staffVi } from '../../web/messages/staff.vi.ts';";
    expectFault(keepsWebApart, { 'server/unit/unit.routes.tsx': words }, /only routes show pages/);
  });

  test('everybody may import the shared types, as types alone', () => {
    const types = "import type { ReportView } from '../../web/types/report-view.ts';";
    expect(judge(keepsWebApart, { 'server/reporting/report.v1.ts': types })).toEqual([]);
    const value = "import { ReportView } from '../types/report-view.ts';";
    expectFault(keepsWebLayers, { 'web/pages/LeaderPage.tsx': value }, /take `import type`/);
    expectFault(
      keepsWebLayers,
      { 'web/types/report-view.ts': 'export const a = 1;' },
      /only types are shared/,
    );
    const words = "import type { FigureMessages } from '../messages/figures.vi.ts';";
    expectFault(keepsWebLayers, { 'web/types/report-view.ts': words }, /shared types only/);
  });

  test('components import nothing from pages and stand alone in their folder', () => {
    const page = "import type { LeaderPageProps } from '../pages/LeaderPage.tsx';";
    expectFault(keepsWebLayers, { 'web/components/FixFirst.tsx': page }, /know nothing of pages/);
    expectFault(keepsWebLayers, { 'web/components/rule-words.ts': '' }, /holds components/);
  });
});

describe('kinds of file', () => {
  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'a migration with a helper',
      'server/storage/migrations/002-x.ts',
      "import '../dialect.ts';",
      /kysely only/,
    ],
    [
      'a use case with hono',
      'server/unit/add-unit.ts',
      "import type { Context } from 'hono';",
      /HTTP is spoken/,
    ],
    ['a rule with hono', 'server/unit/unit.ts', "import { html } from 'hono/html';", /HTTP is spoken/],
    ['a use case with SQL', 'server/unit/add-unit.ts', "import { sql } from 'kysely';", /SQL is spoken/],
    [
      'a driver outside storage',
      'server/unit/unit.store.ts',
      "import pg from 'pg';",
      /no package but kysely/,
    ],
    ['a route with SQL', 'server/unit/unit.routes.ts', "import { sql } from 'kysely';", /SQL is spoken/],
    [
      'a route that writes',
      'server/unit/unit.routes.ts',
      "import { findUnit, updateUnit } from './unit.store.ts';",
      /only read/,
    ],
    [
      'middleware with a store',
      'server/http/x.ts',
      "import { findUnit } from '../unit/unit.store.ts';",
      /only read/,
    ],
    ['a store with hono', 'server/unit/unit.store.ts', "import { Hono } from 'hono';", /HTTP is spoken/],
    [
      'a store with a store',
      'server/unit/unit.store.ts',
      "import { f } from './counter.store.ts';",
      /another/,
    ],
    ['a use case with http/', 'server/unit/add-unit.ts', "import '../http/locale.ts';", /nothing of HTTP/],
  ];

  test.each(refused)('%s is refused', (_, path, text, fault) => {
    expectFault(keepsFileKinds, { [path]: text }, fault);
  });

  test('a store that calls a use case is refused, even one that reaches the database through others', () => {
    const sources = {
      'server/unit/unit.store.ts': "import { seedAll } from './seed-all.ts';",
      'server/unit/seed-all.ts': "import { seedUnit } from './seed-unit.ts';",
      'server/unit/seed-unit.ts': "import { inTransaction } from '../storage/transaction.ts';",
    };
    expectFault(keepsFileKinds, sources, /^server\/unit\/unit\.store\.ts.*no use case/);
  });

  test('a route may read from a store', () => {
    const text = "import { findUnit, listUnits } from './unit.store.ts';";
    expect(judge(keepsFileKinds, { 'server/unit/unit.routes.tsx': text })).toEqual([]);
  });

  test('a store may use rules of its own and earlier modules', () => {
    const sources = {
      'server/tally/tally.store.ts':
        "import { sql } from 'kysely'; import { add } from './tally.ts'; import { lockRows } from '../storage/dialect.ts';",
      'server/tally/tally.ts': "import { LEVELS } from '../survey/definition.ts';",
    };
    expect(judge(keepsFileKinds, sources)).toEqual([]);
  });
});

describe('purity', () => {
  const path = 'server/period/period.ts';
  const impure: readonly (readonly [string, RegExp])[] = [
    ['const now = new Date();', /new Date\(\) reads the clock/],
    ['const now = Date();', /reads the clock/],
    ['const now = Date.now();', /Date\.now differs/],
    ['const started = performance.now();', /performance\.now differs/],
    ['const chance = Math.random();', /Math\.random differs/],
    ['const zone = process.env.TZ;', /process\.env is outside/],
    ['const { env } = process;', /process is outside/],
    ["console.log('x');", /console\.log is outside/],
    ["const answer = await fetch('/x');", /fetch\(\) is an effect/],
    ['const here = import.meta.url;', /import\.meta/],
    ["import { readFileSync } from 'node:fs';", /has effects/],
    ["import { sql } from 'kysely';", /has effects/],
    ["import { randomBytes } from 'node:crypto';", /only hashes/],
    ["import { systemClock } from '../lib/clock.ts';", /it is not pure/],
  ];

  test.each(impure)('refuses %s in a rule', (text, fault) => {
    expectFault(keepsRulesPure, { [path]: text }, fault);
  });

  test('lets a rule use its arguments', () => {
    const text = `
      import type { Clock } from '../lib/clock.ts';
      import { createHash } from 'node:crypto';
      import { z } from 'zod';
      import { addDays } from '../lib/day.ts';
      export const dayAfter = (instant) => addDays(new Date(instant), 1);`;
    expect(judge(keepsRulesPure, { [path]: text, 'server/lib/day.ts': '' })).toEqual([]);
  });

  test('ignores files that are not rules', () => {
    expect(judge(keepsRulesPure, { 'server/lib/clock.ts': 'const now = new Date();' })).toEqual([]);
  });

  test('finds a rule by what it imports, through other files too', () => {
    const text = 'export const now = () => Date.now();';
    const [unit, load] = ['server/unit/unit.ts', 'server/unit/load-unit.ts'];
    expectFault(keepsRulesPure, { [unit]: text }, /^server\/unit\/unit\.ts:1: Date\.now/);
    const reaching = {
      [load]: "import { findUnit } from './unit.store.ts';",
      'server/unit/unit.store.ts': '',
    };
    expect(judge(keepsRulesPure, { ...reaching, [unit]: `import './load-unit.ts'; ${text}` })).toEqual([]);
  });

  test('covers most of what decides a figure', () => {
    const pure = findPureFiles(files);
    expect(pure.size).toBeGreaterThan(120);
    expect([...pure]).toEqual(
      expect.arrayContaining([
        'server/tally/tally.ts',
        'server/trust/judge-ballot.ts',
        'server/seal/seal.ts',
      ]),
    );
    for (const module of PURE_MODULES)
      expect(
        files.some(({ path }) => path.startsWith(`server/${module}/`)),
        module,
      ).toBe(true);
  });
});

describe('cycles and barrels', () => {
  test('a cycle is reported with its path', () => {
    const sources = {
      'web/a.ts': "import './b.ts';",
      'web/b.ts': "import type { C } from './c.ts';",
      'web/c.ts': "import './b.ts';",
    };
    expect(judge(hasNoCycles, sources)).toEqual(['web/b.ts → web/c.ts → web/b.ts']);
  });

  test('two paths to the same file are no cycle', () => {
    const sources = {
      'web/a.ts': "import './b.ts'; import './c.ts';",
      'web/b.ts': "import './c.ts';",
      'web/c.ts': '',
    };
    expect(judge(hasNoCycles, sources)).toEqual([]);
  });

  test('a barrel is refused, by name or by content', () => {
    expectFault(hasNoBarrels, { 'web/components/index.ts': 'export const a = 1;' }, /by its name/);
    expectFault(
      hasNoBarrels,
      { 'web/all.ts': "export * from './a.ts'; export { b } from './b.ts';" },
      /what others make/,
    );
    expect(judge(hasNoBarrels, { 'web/a.ts': "export { b } from './b.ts'; export const c = 1;" })).toEqual(
      [],
    );
  });
});

describe('imports and names', () => {
  const rule = importsExistingFiles(
    (path) => path === 'web/b.ts',
    (path) => (path.startsWith('web/build/') ? ['vite'] : ['zod', '@scope/a']),
  );

  test('a missing file, a missing extension and an undeclared package are refused', () => {
    expectFault(rule, { 'web/a.ts': "import './c.ts';" }, /no such file/);
    expectFault(rule, { 'web/a.ts': "import './b';" }, /extension is missing/);
    expectFault(rule, { 'web/a.ts': "import '@/b.ts';" }, /an alias/);
    expectFault(rule, { 'web/a.ts': "import 'vite';" }, /not among the dependencies/);
    const good = "import './b.ts'; import 'zod/v4'; import '@scope/a/b'; import 'node:fs';";
    expect(judge(rule, { 'web/a.ts': good, 'web/build/a.mjs': "import 'vite';" })).toEqual([]);
  });

  test('names that say nothing and names in the wrong case are refused', () => {
    expectFault(hasSpeakingNames, { 'server/lib/utils.ts': '' }, /does not say/);
    expectFault(hasSpeakingNames, { 'server/helpers/day.ts': '' }, /does not say/);
    expectFault(hasSpeakingNames, { 'web/date-utils.ts': '' }, /does not say/);
    expectFault(hasSpeakingNames, { 'server/unit/addUnit.ts': '' }, /kebab-case/);
    expectFault(hasSpeakingNames, { 'web/components/level-bars.tsx': '' }, /PascalCase/);
    const good = [
      'server/unit/unit.store.ts',
      'web/components/LevelBars.tsx',
      'web/pages/LeaderPage.examples.ts',
    ];
    expect(judge(hasSpeakingNames, Object.fromEntries(good.map((path) => [path, ''])))).toEqual([]);
  });
});

describe('sentences and length', () => {
  test('Vietnamese in code is refused, however it is written', () => {
    for (const text of [
      "f('đạt');",
      'f(`tuần`);',
      "f('\\u0111');",
      'const x = <p>Hài lòng</p>;',
      "const x = { 'quầy': 1 };",
    ]) {
      expectFault(
        keepsSentencesInCatalogues,
        { 'web/components/Word.tsx': text },
        /^web\/components\/Word\.tsx:1: /,
      );
    }
  });

  test('catalogues, examples, comments, patterns and names may hold Vietnamese', () => {
    const sources = {
      'web/messages/staff.vi.ts': "export const words = { counter: 'quầy' };",
      'web/pages/WeekPage.examples.ts': "export const name = 'Quầy 1: Tư pháp';",
      'server/lib/text.ts':
        "// phiếu\nconst d = /đ/; const law = '09/2019/NĐ-CP'; const title = 'Hài Lòng: reports';",
    };
    expect(judge(keepsSentencesInCatalogues, sources)).toEqual([]);
  });

  test('a file over the limit is refused, one at the limit is not', () => {
    const lines = (count: number) => 'f();\n'.repeat(count);
    expectFault(staysShort, { 'web/a.ts': lines(MAX_LINES + 1) }, /401 lines/);
    expect(judge(staysShort, { 'web/a.ts': lines(MAX_LINES) })).toEqual([]);
  });
});
