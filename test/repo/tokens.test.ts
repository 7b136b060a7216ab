import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSources } from './source-files.ts';

const TOKENS = 'web/styles/tokens.css';

const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(?:black|white|red|green|blue|gr[ae]y|yellow|orange|purple|brown|pink|navy|teal|silver)\b/i;
/** Absolute screen units; em and % are relative, mm is for paper. */
const LENGTH = /(?<![\w.-])\d*\.?\d+(?:rem|px|pt|vw|vh)\b/g;
/** Thinner lines are borders, not layout. */
const HAIRLINE_PX = 3;
const SIZED = /^(?:font|font-size|letter-spacing|margin|padding|gap|(?:row|column|grid)-gap)(?:-|$)/;

/** Values in a style sheet that must be tokens. */
function findLiterals(css: string): string[] {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/url\([^)]*\)/g, '');
  return [...code.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)]
    .filter(([, property = '', value = '']) => isLiteral(property, value.trim()))
    .map(([, property, value = '']) => `${property}: ${value.trim()}`);
}

function isLiteral(property: string, value: string): boolean {
  if (COLOUR.test(value)) return true;
  if (property === 'font-family') return !/^(?:var\(--[\w-]+\)|inherit)$/.test(value);
  if (property === 'font')
    return !/^(?:inherit|var\(--[\w-]+\) \/ var\(--[\w-]+\) var\(--[\w-]+\))$/.test(value);
  if (property === 'line-height') return !/^(?:var\(--[\w-]+\)|0|inherit)$/.test(value);
  if (property === 'border-radius') return !/^(?:var\(--[\w-]+\)|0|50%)$/.test(value);
  if (!SIZED.test(property)) return false;
  const lengths = value.match(LENGTH) ?? [];
  return lengths.some((length) => !(length.endsWith('px') && Number.parseFloat(length) <= HAIRLINE_PX));
}

const sheets = ['web/styles', 'web/preview']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.css') && path !== TOKENS);

/** Printed sheets have sizes of their own, in millimetres. */
const onScreen = (css: string): string => css.replace(/\n@media print \{\n[\s\S]*?\n\}/g, '');

describe('design tokens', () => {
  test('are the only source of values in style sheets', () => {
    expect(sheets.length).toBeGreaterThan(8);
    const faults = sheets.flatMap((path) => {
      const css = readFileSync(path, 'utf8');
      const printed = /poster|slips/.test(path)
        ? findLiterals(css).filter((line) => COLOUR.test(line))
        : findLiterals(css);
      return [...new Set([...printed, ...findLiterals(onScreen(css))])].map((line) => `${path}: ${line}`);
    });
    expect(faults).toEqual([]);
  });

  test('are all defined and used', () => {
    const all = [...sheets, TOKENS].map((path) => readFileSync(path, 'utf8')).join('\n');
    const set = new Set([...all.matchAll(/^\s*--([\w-]+):/gm)].map(([, name]) => name));
    const used = new Set([...all.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name));
    expect([...used].filter((name) => !set.has(name))).toEqual([]);
    expect([...set].filter((name) => !used.has(name))).toEqual([]);
  });

  test('are not bypassed by components', () => {
    const drawings = readSources(['web/components', 'web/pages']).filter(
      ({ path }) => path.endsWith('.tsx') && !path.endsWith('.examples.ts'),
    );
    const faults = drawings.flatMap(({ path, text }) =>
      (
        text.match(
          /\b(?:fill|stroke|color|font-?[sS]ize|font-?[fF]amily)="(?!none|currentColor|url\()[^"]*"/g,
        ) ?? []
      ).map((attribute) => `${path}: ${attribute}`),
    );
    expect(faults).toEqual([]);
  });

  test.each([
    'a { color: #fff; }',
    'a { border: 1px solid white; }',
    'a { background: rgb(0 0 0 / 50%); }',
    'a { font-family: Arial; }',
    'a { font: 1rem / 1.5 var(--font); }',
    'a { font-size: 0.9rem; }',
    'a { line-height: 1.4; }',
    'a { margin: 0 1rem; }',
    'a { padding-left: 12px; }',
    'a { border-radius: 4px; }',
    '@media print { a { color: #000 } }',
  ])('reject a value: %s', (css) => {
    expect(findLiterals(css)).toHaveLength(1);
  });

  test.each([
    'a { margin: 0 -2px; }',
    'a { padding: var(--space-2) 5%; }',
    'a { margin: calc(-1 * var(--space-1)) auto; }',
    'a { font-size: 1.5em; }',
    'a { fill: url(#hatch-2); }',
    'a { white-space: nowrap; }',
    'a#fade:hover { color: var(--ink); }',
  ])('allow a value: %s', (css) => {
    expect(findLiterals(css)).toEqual([]);
  });
});
