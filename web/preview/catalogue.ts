import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageAssets } from '../components/Document.tsx';
import type { Example } from './example.ts';
import { type SheetName, sheetOf } from './sheets.ts';

/** `render` returns a whole document for a page, an HTML fragment for a component. */
interface ShownState {
  readonly name: string;
  readonly render: (assets: PageAssets) => string;
}

export interface Shown {
  readonly kind: 'page' | 'component';
  readonly name: string;
  readonly sheet: SheetName;
  readonly states: readonly ShownState[];
}

type Exports = Readonly<Record<string, unknown>>;
type Renderer = (props: object) => string;

const COMPONENT = /^[A-Z][a-z]\w*$/;
const PAGE = /^render([A-Z]\w*)$/;

/** All pages, and the components that have examples, sorted by name. */
export async function readCatalogue(webFolder: string): Promise<Shown[]> {
  const pages = await readFolder(join(webFolder, 'pages'), readPage);
  const components = await readFolder(join(webFolder, 'components'), readComponent);
  return [...pages, ...components];
}

type Read = (file: string) => Promise<readonly [code: Exports, examples: Exports]>;

const readPage: Read = async (file) => [
  await import(`../pages/${file}.tsx`),
  await import(`../pages/${file}.examples.ts`),
];
const readComponent: Read = async (file) => [
  await import(`../components/${file}.tsx`),
  await import(`../components/${file}.examples.ts`),
];

async function readFolder(folder: string, read: Read): Promise<Shown[]> {
  const names = readdirSync(folder).sort();
  const files = names.filter((name) => name.endsWith('.tsx')).map((name) => name.replace('.tsx', ''));
  const shown: Shown[] = [];
  for (const file of files.filter((name) => names.includes(`${name}.examples.ts`)))
    shown.push(...readModule(file, ...(await read(file))));
  return shown;
}

interface Thing {
  readonly kind: Shown['kind'];
  readonly name: string;
  readonly renderer: Renderer;
}

/** Finds the examples of each page and component of a file by name: `leaderPageExamples` for `renderLeaderPage`. */
function readModule(file: string, code: Exports, examples: Exports): Shown[] {
  const things = Object.entries(code).flatMap(([exported, value]): Thing[] => {
    const page = PAGE.exec(exported)?.[1];
    if (typeof value !== 'function') return [];
    if (page !== undefined) return [{ kind: 'page', name: page, renderer: value as Renderer }];
    if (!COMPONENT.test(exported)) return [];
    const Component = value as ComponentType<object>;
    const renderer: Renderer = (props) => renderToString(h(Component, props));
    return [{ kind: 'component', name: exported, renderer }];
  });
  const listOf = (name: string) => `${name[0]?.toLowerCase()}${name.slice(1)}Examples`;
  const taken = things.map(({ name }) => listOf(name)).filter((list) => list !== listOf(file));
  return things.map(({ kind, name, renderer }) => {
    // A list with another name has more states of the component after which the file is named.
    const lists = Object.keys(examples).filter((list) =>
      name === file ? !taken.includes(list) : list === listOf(name),
    );
    const states = lists
      .flatMap((list) => examplesOf(examples[list]))
      .map((example) => ({
        name: example.name,
        render: (assets: PageAssets) =>
          renderer(kind === 'page' ? { ...example.props, assets } : example.props),
      }));
    return { kind, name, sheet: sheetOf(name), states };
  });
}

function examplesOf(value: unknown): Example<object>[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).filter(
    (entry): entry is Example<object> =>
      typeof entry === 'object' && entry !== null && 'name' in entry && 'props' in entry,
  );
}
