// Replaces custom properties that are set only once by their values, so that style sheets stay small.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DECLARATION = /^\s*--([\w-]+):\s*([^;]+);\n/gm;

function findConstants(folder) {
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const values = new Map();
  for (const [, name, value] of sheets.join('\n').matchAll(DECLARATION))
    values.set(name, [...(values.get(name) ?? []), value]);
  return new Map([...values].filter(([, list]) => list.length === 1).map(([name, [value]]) => [name, value]));
}

/** An esbuild plugin for the style sheets of a folder. */
export function inlineTokens(folder) {
  const constants = findConstants(folder);
  // A custom property may refer to other ones.
  const inline = (text) => {
    const next = text.replace(/var\(--([\w-]+)\)/g, (use, name) => constants.get(name) ?? use);
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
