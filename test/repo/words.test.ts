import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSources, type SourceFile } from './source-files.ts';

/** Words that an engineer would not search for, each with its replacement (docs/style.md). */
const INSTEAD: Readonly<Record<string, string>> = {
  anew: 'again, or re- (rebuild, rewrite, recompute)',
  afresh: 'again, or re- (rebuild, rewrite, recompute)',
  till: 'until',
  'over and over': 'repeatedly, in a loop',
  'in a ring': 'a cycle, a deadlock',
  'put together once': 'built once, memoised',
  'put together anew': 'rebuilt',
  'what is of what': 'name the relation',
  'told apart': 'distinguished',
  'comes to light': 'is disclosed, is published',
  'came to light': 'was disclosed, was published',
};

/** Text as words: comment signs and line ends are blanks, identifiers are split at capitals and underscores. */
const toWords = (text: string): string =>
  text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[\s*/_>-]+/g, ' ')
    .toLowerCase();

function findPrivateWords({ path, text }: SourceFile): string[] {
  const words = toWords(text);
  return Object.entries(INSTEAD)
    .filter(([word]) => new RegExp(`\\b${word}\\b`).test(words))
    .map(([word, instead]) => `${path}: "${word}" → ${instead}`);
}

/** The style guide quotes the words that it advises against. */
const documents = readdirSync('docs')
  .filter((name) => name.endsWith('.md') && name !== 'style.md')
  .map((name) => ({ path: `docs/${name}`, text: readFileSync(`docs/${name}`, 'utf8') }));

describe('code and documents use words that an engineer would search for', () => {
  test('in server, web and bench', () => {
    expect(readSources(['server', 'web', 'bench']).flatMap(findPrivateWords)).toEqual([]);
  });

  test('in documents', () => {
    expect(documents.flatMap(findPrivateWords)).toEqual([]);
  });

  test.each([
    ['a comment', '// makes the tallies anew'],
    ['a phrase over two lines of a comment', '/**\n * two processes wait in a\n * ring\n */'],
    ['an identifier', 'const rebuildAnew = true;'],
    ['a constant', 'const OPEN_TILL = 5;'],
    ['a sentence in a document', 'Pages are put together once.'],
  ])('the rule finds %s', (_name, text) => {
    expect(findPrivateWords({ path: 'sample', text })).toHaveLength(1);
  });

  test('the rule leaves other words alone', () => {
    expect(findPrivateWords({ path: 'sample', text: 'renewal, until, still, during, utils' })).toEqual([]);
  });
});
