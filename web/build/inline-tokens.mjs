// Replaces `var(--name)` by its value where the custom property is declared only once, so that style sheets stay small.
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

/** Removes from a minified sheet the custom properties that it does not use. */
export const withoutUnused = (css) =>
  css.replace(/--([\w-]+):[^;{}]*(?:;|(?=\}))/g, (all, name) => (css.includes(`var(--${name})`) ? all : ''));

/**
 * Fallback for browsers without custom properties: puts before each declaration that uses `var()` a copy with
 * the value of the light theme.
 */
export function withPlainDeclarations(css, folder) {
  const values = findValues(folder);
  return css.replace(
    /(?<=[{;])([a-z][\w-]*):([^;{}]*\bvar\([^;{}]*)(?=[;}])/g,
    (all, property, value) =>
      `${property}:${value.replace(USE, (use, name) => values.get(name)?.[0] ?? use)};${all}`,
  );
}

/** Renames the custom properties of a style sheet to `--0`, `--1`, … */
export function withShortNames(css) {
  const names = [...new Set(css.match(/--[\w-]+(?=:)/g))];
  return css.replace(/--[\w-]+/g, (name) => `--${names.indexOf(name).toString(36)}`);
}

export function inlineTokens(folder) {
  const constants = new Map(
    [...findValues(folder)].filter(([, list]) => list.length === 1).map(([name, [value]]) => [name, value]),
  );
  // Recursive, because the value of a custom property may contain `var()`.
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
