import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type Comment, parseSync } from 'oxc-parser';

/** `path` is relative to the root of the repository, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The properties of an ESTree node that the rules use. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** An import, or an export from another file. */
export interface ImportEdge {
  /** As written: `kysely`, `../lib/day.ts`. */
  readonly specifier: string;
  /** Path of the imported file from the root; null: a package. */
  readonly target: string | null;
  /** Imports only types, which are erased when the code is compiled. */
  readonly isType: boolean;
  /** Imported names; `*` for a namespace, `default` for the default export. */
  readonly names: readonly string[];
}

export interface ExportedName {
  readonly name: string;
  readonly start: number;
}

export interface ParsedFile extends SourceFile {
  readonly imports: readonly ImportEdge[];
  readonly exports: readonly ExportedName[];
  readonly program: SyntaxNode;
  readonly comments: readonly Comment[];
}

const CODE = /\.(ts|tsx|mjs)$/;

export function readSources(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => CODE.test(path) && !path.endsWith('.d.ts') && existsSync(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** @throws Error for a file that is not TypeScript */
export function parseSource({ path, text }: SourceFile): ParsedFile {
  const { module, program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const edge = (specifier: string, isType: boolean, names: readonly string[]): ImportEdge => ({
    specifier,
    target: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null,
    isType,
    names,
  });
  const imports: ImportEdge[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType);
    imports.push(edge(moduleRequest.value, isType, entries.map(nameOfImport)));
  }
  const exports: ExportedName[] = [];
  for (const { start, entries } of module.staticExports) {
    for (const entry of entries) {
      if (entry.moduleRequest === null) exports.push({ name: entry.exportName.name ?? 'default', start });
      else imports.push(edge(entry.moduleRequest.value, entry.isType, [entry.importName.name ?? '*']));
    }
  }
  const tree = program as unknown as SyntaxNode;
  for (const node of walk(tree)) {
    const source = node.source as { type: string; value?: unknown } | null | undefined;
    if (node.type === 'ImportExpression' && typeof source?.value === 'string') {
      imports.push(edge(source.value, false, ['*']));
    } else if (node.type === 'TSImportType' && typeof source?.value === 'string') {
      imports.push(edge(source.value, true, ['*']));
    }
  }
  return { path, text, imports, exports, program: tree, comments };
}

const nameOfImport = ({ importName }: { importName: { kind: string; name: string | null } }): string =>
  importName.kind === 'Name' ? (importName.name ?? '*') : importName.kind === 'Default' ? 'default' : '*';

/** The node and all its descendants, parents before children. */
export function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof (child as SyntaxNode).type === 'string') {
        yield* walk(child as SyntaxNode);
      }
    }
  }
}

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
