// Inlines custom properties that are declared only once, so that style sheets stay small.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DECLARATION = /^\s*--([\w-]+):\s*([^;]+);\n/gm;

function findValues(folder) {
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort((a, b) => Number(b === 'tokens.css') - Number(a === 'tokens.css'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const values = new Map();
  for (const [, name, value] of sheets.join('\n').matchAll(DECLARATION))
    values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

const USE = /var\(--([\w-]+)\)/g;

/** A minified sheet without the custom properties that nothing in it uses. */
export const withoutUnused = (css) =>
  css.replace(/--([\w-]+):[^;{}]*(?:;|(?=\}))/g, (all, name) => (css.includes(`var(--${name})`) ? all : ''));

/**
 * A minified sheet with a declaration of the light theme's value before each one that engines without custom
 * properties drop.
 */
export function withPlainDeclarations(css, folder) {
  const values = findValues(folder);
  return css.replace(
    /(?<=[{;])([a-z][\w-]*):([^;{}]*\bvar\([^;{}]*)(?=[;}])/g,
    (all, property, value) =>
      `${property}:${value.replace(USE, (use, name) => values.get(name)?.[0] ?? use)};${all}`,
  );
}

/** A sheet whose custom properties have the shortest names: `--0`, `--1`, … */
export function withShortNames(css) {
  const names = [...new Set(css.match(/--[\w-]+(?=:)/g))];
  return css.replace(/--[\w-]+/g, (name) => `--${names.indexOf(name).toString(36)}`);
}

/** An esbuild plugin for the style sheets of a folder. */
export function inlineTokens(folder) {
  const constants = new Map(
    [...findValues(folder)].filter(([, list]) => list.length === 1).map(([name, [value]]) => [name, value]),
  );
  // A custom property may refer to other ones.
  const inline = (text) => {
    const next = text.replace(USE, (use, name) => constants.get(name) ?? use);
    return next === text ? text : inline(next);
  };
  return {
    name: 'inline-tokens',
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, ({ path }) => {
        const kept = readFileSync(path, 'utf8').replace(DECLARATION, (line, name) =>
          constants.has(name) ? '' : line,
        );
        return { contents: inline(kept), loader: 'css' };
      });
    },
  };
}
