import { type ImportEdge, lineAt, type ParsedFile, type SyntaxNode, walk } from './source-files.ts';

/**
 * Takes all files and returns a line for each violation. Looks only at paths and code, so that tests with
 * made-up files can show that a rule fails when it should.
 */
export type ArchitectureRule = (files: readonly ParsedFile[]) => string[];

/** A file may import from its own module and from modules before it in this list. */
export const MODULE_ORDER = [
  'lib',
  'statistics',
  'storage',
  'http',
  'act',
  'period',
  'survey',
  'unit',
  'staff',
  'settings',
  'tally',
  'transactions',
  'comment',
  'slip',
  'trust',
  'response',
  'indicator',
  'disclosure',
  'seal',
  'alert',
  'reporting',
  'clock',
  'results',
  'poster',
  'export',
  'feedback',
  'above',
  'backup',
  'start',
  'demo',
  'config',
  'context',
  'app',
  'metrics',
  'daily-work',
  'explain-error',
  'serve',
  'main',
  'cli',
  'check-node',
  'launch',
] as const;

/** Routes may call store functions with these prefixes; to write they have to call a use case. */
const READING = /^(find|list|get|count)[A-Z]/;

/** Every file in these modules must be pure. In other modules a file with a side effect just counts as impure. */
export const PURE_MODULES = ['statistics', 'period', 'indicator', 'disclosure'];

/** Impure files whose imports do not show it: version of Node, clock, randomness, timing. */
const SOURCES_OF_EFFECTS = [
  'server/check-node.mjs',
  'server/lib/clock.ts',
  'server/lib/random.ts',
  'server/lib/take-turn.ts',
  'server/storage/write-batch.ts',
];

/** Packages with side effects: database, network, log, disk. */
const IMPURE_PACKAGES = ['kysely', 'better-sqlite3', 'pg', 'pino', 'hono', '@hono/node-server', 'esbuild'];
const PURE_CRYPTO = ['createHash', 'createHmac', 'timingSafeEqual', 'hash'];

/** Files that may import HTTP packages although they are neither routes nor in `http/`. */
const HTTP_BY_NATURE = [
  'server/app.ts',
  'server/staff/authorise.ts',
  'server/staff/staff-cookies.ts',
  'server/staff/staff-page.ts',
  'server/trust/device-cookies.ts',
];

/** Files that may import pages or messages although they are not routes, with the allowed path. */
const SPEAKERS: Readonly<Record<string, string>> = {
  'server/cli/parse-command.ts': 'web/messages/commands.vi.ts',
  'server/http/error-pages.tsx': 'web/pages/',
  'server/main.ts': 'web/messages/',
  'server/serve.ts': 'web/messages/',
  'server/cli/commands/api-keys.ts': 'web/messages/',
  'server/cli/commands/backup.ts': 'web/messages/',
  'server/cli/commands/installation.ts': 'web/messages/',
  'server/cli/commands/seals.ts': 'web/messages/',
  'server/cli/commands/doctor.ts': 'web/messages/',
  'server/cli/commands/pull.ts': 'web/files/',
  'server/explain-error.ts': 'web/messages/',
  'server/launch.mjs': 'web/build/',
};

/** Maximum number of lines in a file; messages and examples are exempt. */
export const MAX_LINES = 400;

const isStore = (path: string): boolean => path.endsWith('.store.ts');
const isRoutes = (path: string): boolean => /\.routes\.tsx?$/.test(path);
const isMigration = (path: string): boolean => path.startsWith('server/storage/migrations/');
const isHttp = (path: string): boolean => path.startsWith('server/http/') || HTTP_BY_NATURE.includes(path);
const packageOf = ({ specifier }: ImportEdge): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Name of the server's module to which a file belongs; null: outside the server. */
export function moduleOf(path: string): string | null {
  const [top, first = ''] = path.split('/');
  return top === 'server' ? first.replace(/\.(ts|tsx|mjs)$/, '') : null;
}

/** Entry points, command line, and the files that put the server together. */
const isTop = (path: string): boolean =>
  (MODULE_ORDER as readonly string[]).indexOf(moduleOf(path) ?? '') >= MODULE_ORDER.indexOf('config');

/** A rule that checks each import by itself. */
const eachImport =
  (judge: (file: ParsedFile, edge: ImportEdge) => string | null): ArchitectureRule =>
  (files) =>
    files.flatMap((file) =>
      file.imports.flatMap((edge) => {
        const fault = judge(file, edge);
        return fault === null ? [] : [`${file.path} imports ${edge.target ?? edge.specifier}: ${fault}`];
      }),
    );

/** Modules import only earlier ones; `http/` may also import the types of context and config. */
export const keepsModuleOrder: ArchitectureRule = (files) => {
  const rank = (module: string) => (MODULE_ORDER as readonly string[]).indexOf(module);
  const unplaced = files
    .filter(({ path }) => rank(moduleOf(path) ?? 'lib') < 0)
    .map(({ path }) => `${path}: the module ${moduleOf(path)} has no place in the order`);
  const backwards = eachImport(({ path }, { target, isType }) => {
    const from = moduleOf(path);
    const to = target === null ? null : moduleOf(target);
    if (from === null || to === null || rank(to) <= rank(from)) return null;
    const isKnown = from === 'http' && isType && (to === 'context' || to === 'config');
    return isKnown ? null : `${to} stands after ${from}`;
  });
  return [...unplaced, ...backwards(files)];
};

/** `web/` never imports the server. Only routes import pages and files; shared types may be imported anywhere. */
export const keepsWebApart: ArchitectureRule = eachImport(({ path }, { target, isType }) => {
  if (path.startsWith('web/'))
    return target?.startsWith('server/') ? 'web/ knows nothing of the server' : null;
  if (!target?.startsWith('web/') || (isType && isSharedType(target))) return null;
  const allowed = isRoutes(path) ? ['web/pages/', 'web/files/'] : [SPEAKERS[path] ?? '-'];
  return allowed.some((folder) => target.startsWith(folder)) ? null : 'only routes show pages';
});

const isSharedType = (path: string): boolean => path.startsWith('web/types/');

/** Components do not import pages. Shared types contain and import only types. */
export const keepsWebLayers: ArchitectureRule = (files) => [
  ...eachImport(({ path }, { target, isType }) => {
    if (path.startsWith('web/components/') && target?.startsWith('web/pages/'))
      return 'components know nothing of pages';
    if (isSharedType(path) && (target === null || !isSharedType(target)))
      return 'shared types import shared types only';
    return target !== null && isSharedType(target) && !isType ? 'shared types take `import type`' : null;
  })(files),
  ...files
    .filter(({ path }) => isSharedType(path))
    .flatMap(({ path, text, program }) =>
      (program.body as SyntaxNode[])
        .filter(
          ({ type, declaration }) => !isTypeStatement(type, declaration as SyntaxNode | null | undefined),
        )
        .map(({ start }) => `${path}:${lineAt(text, start)}: only types are shared`),
    ),
  ...files
    .filter(({ path }) => path.startsWith('web/components/') && !/\.(tsx|examples\.ts)$/.test(path))
    .map(({ path }) => `${path}: components/ holds components and their examples`),
];

const isTypeStatement = (type: string, declaration: SyntaxNode | null | undefined): boolean =>
  ['ImportDeclaration', 'TSInterfaceDeclaration', 'TSTypeAliasDeclaration'].includes(
    type === 'ExportNamedDeclaration' && declaration ? declaration.type : type,
  );

/** SQL only in stores and `storage/`; HTTP only in routes and `http/`. */
export const keepsFileKinds: ArchitectureRule = (files) => {
  const useCases = findUseCases(files);
  return eachImport(({ path }, edge) => {
    const { target, isType } = edge;
    const name = target === null ? packageOf(edge) : null;
    if (moduleOf(path) === null) return null;
    if (isMigration(path)) return name === 'kysely' ? null : 'a migration imports kysely only';

    const isHono = name === 'hono' || name === '@hono/node-server';
    if (isHono && !isRoutes(path) && !isHttp(path)) return 'HTTP is spoken by routes and http/ only';
    const isSql = name !== null && ['kysely', 'better-sqlite3', 'pg'].includes(name);
    if (isSql && !isStore(path) && moduleOf(path) !== 'storage')
      return 'SQL is spoken by stores and storage/ only';

    if (isRoutes(path) || isHttp(path)) {
      if (target === null || !isStore(target) || isType) return null;
      const isReading = isRoutes(path) && edge.names.every((name) => READING.test(name));
      return isReading ? null : 'routes only read from stores (find, list, get, count)';
    }
    if (isStore(path)) {
      if (name !== null) return name === 'kysely' ? null : 'a store imports no package but kysely';
      if (target === null || /^server\/(storage|lib)\//.test(target) || isType) return null;
      if (isStore(target)) return 'a store does not call another';
      return useCases.has(target) ? 'a store calls no use case' : null;
    }
    if (!isTop(path) && target?.startsWith('server/http/')) return 'rules and use cases know nothing of HTTP';
    return null;
  })(files);
};

/** Files that have side effects, of their own or through imports, but are no stores. */
function findUseCases(files: readonly ParsedFile[]): ReadonlySet<string> {
  const found = new Set<string>();
  const reaches = ({ target, specifier, isType }: ImportEdge): boolean => {
    if (isType) return false;
    if (target === null) return ['kysely', 'node:fs', 'node:net', 'node:http'].includes(specifier);
    return isStore(target) || target.startsWith('server/storage/') || found.has(target);
  };
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { path, imports } of files) {
      if (!isStore(path) && imports.some(reaches)) found.add(path);
    }
  }
  return found;
}

/** Describes an expression whose result does not only depend on its arguments; null: it is pure. */
function findImpurity(node: SyntaxNode): string | null {
  const nameOf = (value: unknown): string => {
    const { type, name } = (value ?? {}) as { type?: string; name?: string };
    return type === 'Identifier' && name ? name : '';
  };
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
    return (node.arguments as unknown[]).length === 0 ? 'new Date() reads the clock' : null;
  }
  if (node.type === 'CallExpression') {
    const callee = nameOf(node.callee);
    if (callee === 'Date') return 'Date() reads the clock';
    return ['fetch', 'setTimeout', 'setInterval', 'setImmediate'].includes(callee)
      ? `${callee}() is an effect`
      : null;
  }
  if (node.type === 'MetaProperty') return 'import.meta depends on where the file lies';
  if (node.type === 'VariableDeclarator' && ['process', 'globalThis'].includes(nameOf(node.init))) {
    return `${nameOf(node.init)} is outside`;
  }
  if (node.type !== 'MemberExpression') return null;
  const path = `${nameOf(node.object)}.${nameOf(node.property)}`;
  if (['Date.now', 'Math.random', 'performance.now'].includes(path))
    return `${path} differs from call to call`;
  return /^(process|globalThis|console)\./.test(path) ? `${path} is outside` : null;
}

/** Why a pure file may not have this import; null: it may. */
function findImpureImport(edge: ImportEdge, pure: ReadonlySet<string>): string | null {
  if (edge.isType) return null;
  if (edge.target !== null) return pure.has(edge.target) ? null : 'it is not pure';
  if (edge.specifier === 'node:crypto')
    return edge.names.every((name) => PURE_CRYPTO.includes(name)) ? null : 'of node:crypto only hashes';
  const isImpure = edge.specifier.startsWith('node:') || IMPURE_PACKAGES.includes(packageOf(edge));
  return isImpure ? 'it has effects' : null;
}

/** Files that contain only rules: no stores or routes, and no side effects, not even through imports. */
export function findPureFiles(files: readonly ParsedFile[]): ReadonlySet<string> {
  const isOther = (path: string) =>
    isStore(path) || isRoutes(path) || isHttp(path) || isMigration(path) || isTop(path);
  const candidates = files.filter(
    ({ path }) => moduleOf(path) !== null && !isOther(path) && !SOURCES_OF_EFFECTS.includes(path),
  );
  const pure = new Set(candidates.map(({ path }) => path));
  for (let before = -1; before !== pure.size; ) {
    before = pure.size;
    for (const { path, imports } of candidates)
      if (imports.some((edge) => findImpureImport(edge, pure) !== null)) pure.delete(path);
  }
  return pure;
}

/** Pure files use no clock, randomness, environment, disk, SQL or HTTP. */
export const keepsRulesPure: ArchitectureRule = (files) => {
  const pure = findPureFiles(files);
  const rules = files.filter(({ path }) => PURE_MODULES.includes(moduleOf(path) ?? '') && !isStore(path));
  const imported = eachImport((_, edge) => findImpureImport(edge, pure));
  const read = files
    .filter(({ path }) => pure.has(path))
    .flatMap(({ path, text, program }) =>
      [...walk(program)].flatMap((node) => {
        const fault = findImpurity(node);
        return fault === null ? [] : [`${path}:${lineAt(text, node.start)}: ${fault}`];
      }),
    );
  return [...imported(rules), ...read];
};

/** Imports of types count, too. */
export const hasNoCycles: ArchitectureRule = (files) => {
  const edges = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target ?? '')]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
};

/** Everything is imported from the file that defines it. */
export const hasNoBarrels: ArchitectureRule = (files) =>
  files.flatMap(({ path, program }) => {
    if (/(^|\/)index\.\w+$/.test(path)) return [`${path}: a barrel by its name`];
    const body = program.body as SyntaxNode[];
    const passesOn = ({ type, source }: SyntaxNode) =>
      type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && Boolean(source));
    const isBarrel =
      body.some(passesOn) && body.every((node) => passesOn(node) || node.type === 'ImportDeclaration');
    return isBarrel ? [`${path}: exports only what others make`] : [];
  });

/** A relative import names an existing file, with its extension. */
export const importsExistingFiles =
  (isThere: (path: string) => boolean, packagesOf: (path: string) => readonly string[]): ArchitectureRule =>
  (files) =>
    eachImport(({ path }, edge) => {
      if (edge.target !== null) {
        if (!/\.(ts|tsx|mjs|css|json)$/.test(edge.target)) return 'the extension is missing';
        return isThere(edge.target) ? null : 'there is no such file';
      }
      const name = packageOf(edge);
      return name.startsWith('node:') || packagesOf(path).includes(name)
        ? null
        : 'not among the dependencies, or an alias';
    })(files);

const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/;
const KEBAB_CASE = /^(\d{3}-)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const NAMELESS = /(^|[-.])(utils?|helpers?|common|misc|shared|stuff)([-.]|$)/i;

/** Files are named in kebab-case, components in PascalCase; "utils" is no name. */
export const hasSpeakingNames: ArchitectureRule = (files) =>
  files.flatMap(({ path }) => {
    const parts = path.split('/');
    const file = parts.at(-1) ?? '';
    const faults: string[] = [];
    if (parts.some((part) => NAMELESS.test(part)))
      faults.push(`${path}: the name does not say what is inside`);
    const base = file.replace(/(\.(store|routes|examples|v\d+|vi|en))?\.\w+$/, '');
    const isComponent = path.startsWith('web/') && file.endsWith('.tsx');
    const isExamples = file.endsWith('.examples.ts');
    const isNamed =
      (isComponent || isExamples ? PASCAL_CASE.test(base) : false) || (!isComponent && KEBAB_CASE.test(base));
    if (!isNamed)
      faults.push(`${path}: ${isComponent ? 'a component is named in PascalCase' : 'kebab-case it'}`);
    return faults;
  });

/** Their Vietnamese texts are made-up data. */
const isMadeUp = (path: string): boolean => path.endsWith('.examples.ts');

const FOREIGN_LETTER = /(?=\P{ASCII})\p{L}/u;
/** The product's name and numbers of legal documents, such as 09/2019/N\u0110-CP, are no sentences. */
const PROPER_NAMES = /H\u00e0i L\u00f2ng|\d+\/\d{4}\/[\p{Lu}-]+/gu;

/** Texts for people are in `web/messages` and `surveys`: other code has no letters outside ASCII. */
export const keepsSentencesInCatalogues: ArchitectureRule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('web/messages/') && !isMadeUp(path))
    .flatMap(({ path, text, program }) =>
      [...walk(program)].flatMap((node) => {
        const value =
          node.type === 'TemplateElement' ? (node.value as { cooked?: unknown }).cooked : node.value;
        const isText =
          ['Literal', 'JSXText', 'TemplateElement'].includes(node.type) && typeof value === 'string';
        return isText && FOREIGN_LETTER.test(value.replace(PROPER_NAMES, ''))
          ? [`${path}:${lineAt(text, node.start)}: ${JSON.stringify(value.trim())}`]
          : [];
      }),
    );

export const staysShort: ArchitectureRule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('web/messages/') && !isMadeUp(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
