import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { readCatalogue, type Shown } from '../../web/preview/catalogue.ts';
import { separateIds } from '../../web/preview/separate-ids.ts';
import { OTHER_SHEETS } from '../../web/preview/sheets.ts';
import { faultsOf } from '../helpers/page-facts.ts';
import { parseSource, readSources } from './source-files.ts';

/** Layout components without states of their own; every page shows them. */
const FRAMES = ['CitizenPage', 'Document', 'SignedInPage', 'StaffDocument', 'TransactionFileShell'].map(
  (name) => `web/components/${name}.tsx`,
);

/** Shorter components have no states that the pages' examples do not show. */
const TRIVIAL_LINES = 25;

const isPage = (path: string): boolean => /^web\/pages\/[A-Z]\w*Page\.tsx$/.test(path);

const shown = await readCatalogue('web');

/** Wraps a fragment in a document, so that it can be audited. */
const asDocument = ({ kind }: Shown, html: string): string =>
  kind === 'page' ? html : `<!doctype html><html><body>${html}</body></html>`;

describe('the examples of pages and components', () => {
  test('are all loaded', () => {
    expect(shown.filter(({ kind }) => kind === 'page').length).toBeGreaterThan(40);
    expect(shown.filter(({ kind }) => kind === 'component').length).toBeGreaterThan(25);
    const posters = shown.find(({ name }) => name === 'PostersPage');
    expect(posters?.states.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['one counter on A5', 'no counters']),
    );
  });

  test('exist for every page, and for larger components that two pages use', () => {
    const files = readSources(['web/pages', 'web/components']).map(parseSource);
    const usersOf = (path: string) =>
      files.filter((file) => isPage(file.path) && file.imports.some(({ target }) => target === path)).length;
    const needing = files.filter(
      ({ path, text }) =>
        isPage(path) ||
        (path.endsWith('.tsx') && usersOf(path) >= 2 && text.split('\n').length > TRIVIAL_LINES),
    );
    expect(needing.length).toBeGreaterThan(60);
    const missing = needing
      .map(({ path }) => path)
      .filter((path) => !FRAMES.includes(path) && !existsSync(path.replace('.tsx', '.examples.ts')));
    expect(missing).toEqual([]);
    expect(shown.filter(({ states }) => states.length === 0).map(({ name }) => name)).toEqual([]);
  });

  test('belong to a component, and have unique names', () => {
    for (const folder of ['web/pages', 'web/components']) {
      const names = readdirSync(folder);
      const orphans = names.filter(
        (name) =>
          /^[A-Z].*\.examples\.ts$/.test(name) && !names.includes(name.replace('.examples.ts', '.tsx')),
      );
      expect(orphans).toEqual([]);
    }
    for (const { name, states } of shown)
      expect(new Set(states.map((state) => state.name)).size, name).toBe(states.length);
  });

  test('render something, and the style sheets have no unknown class', () => {
    const empty = shown.flatMap(({ name, states }) =>
      states.filter((state) => state.render({ style: '' }) === '').map((state) => `${name}, ${state.name}`),
    );
    expect(empty).toEqual([]);
    const names = shown.map(({ name }) => name);
    expect(
      Object.values(OTHER_SHEETS)
        .flat()
        .filter((name) => !names.includes(name)),
    ).toEqual([]);
  });

  test('are sound', () => {
    const faults = shown.flatMap((entry) =>
      entry.states.flatMap((state) =>
        faultsOf(asDocument(entry, state.render({ style: '' }))).map(
          (fault) => `${entry.name}, ${state.name}: ${fault}`,
        ),
      ),
    );
    expect(faults).toEqual([]);
  });

  test('are not part of the server', () => {
    const files = readSources(['server', 'web']).map(parseSource);
    const isPreview = (path: string) => path.startsWith('web/preview/');
    const isShown = (path: string) => /^web\/.*\.examples\.ts$/.test(path);
    const faults = files
      .filter(({ path }) => !isPreview(path) && !isShown(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => target !== null && (isPreview(target) || isShown(target)))
          .map(({ target }) => `${path} imports ${target}`),
      );
    expect(faults).toEqual([]);
    const built = readdirSync('dist/server', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    const carrying = built.filter((name) =>
      readFileSync(`dist/server/${name}`, 'utf8').includes('PREVIEW_PORT'),
    );
    expect(built.length).toBeGreaterThan(0);
    expect(carrying).toEqual([]);
  });
});

describe('states on one page', () => {
  test('have ids of their own, and refer to them', () => {
    const piece = renderToString(
      h(
        'div',
        null,
        h('label', { for: 'a' }, 'x'),
        h('input', { id: 'a', name: 'n', 'aria-describedby': 'a-hint elsewhere' }),
        h('p', { id: 'a-hint' }, h('a', { href: '#a' }, 'x'), h('a', { href: '#faults' }, 'y')),
      ),
    );
    expect(separateIds(piece, 's-')).toBe(
      '<div><label for="s-a">x</label><input id="s-a" name="s-n" aria-describedby="s-a-hint elsewhere"/>' +
        '<p id="s-a-hint"><a href="#s-a">x</a><a href="#faults">y</a></p></div>',
    );
  });
});
